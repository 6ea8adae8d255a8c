#include "service/curate/compiler.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "knowledge/status_macros.h"
#include "service/answer/pack_vocabulary.h"
#include "service/curate/offline_training.h"
#include "service/match/training.h"
#include "service/triage/training.h"

namespace charley::curate {
namespace {

// Learned last: from what the triage of the pack decides. A pack too small to learn from has none.
absl::Status AddOfflineCheck(knowledge::v1::Pack& pack) {
  ASSIGN_OR_RETURN(const auto engine, MakeEngine(pack));
  absl::StatusOr<knowledge::v1::Model> check = TrainOfflineCheck(pack, *engine);
  if (absl::IsFailedPrecondition(check.status())) return absl::OkStatus();
  RETURN_IF_ERROR(check.status());
  *pack.add_models() = *std::move(check);
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<knowledge::v1::Pack> Compile(knowledge::v1::Pack authored) {
  authored.clear_models();
  *authored.add_models() = answer::CollectVocabulary(authored);
  const text::Vocabulary vocabulary = answer::BuildVocabulary(authored);
  if (!authored.triage_training().empty()) {
    ASSIGN_OR_RETURN(*authored.add_models(), triage::TrainSecondOpinion(authored, vocabulary));
  }
  absl::StatusOr<knowledge::v1::Model> ranker = match::TrainRanker(authored, vocabulary);
  if (ranker.ok()) {
    *authored.add_models() = *std::move(ranker);
  } else if (!absl::IsFailedPrecondition(ranker.status())) {  // which means: no use for a ranker
    return std::move(ranker).status();
  }
  RETURN_IF_ERROR(AddOfflineCheck(authored));
  authored.clear_triage_training();
  authored.clear_out_of_scope_training();
  authored.clear_conversation_training();
  return authored;
}

absl::StatusOr<std::shared_ptr<const answer::Engine>> MakeEngine(knowledge::v1::Pack compiled) {
  const std::string version = knowledge::VersionName(compiled.manifest().id(), "unwritten");
  return answer::Engine::Create({std::move(compiled), version});
}

absl::StatusOr<std::shared_ptr<const answer::Engine>> LoadEngine(const std::string& path) {
  ASSIGN_OR_RETURN(knowledge::VersionedPack versioned, knowledge::ReadPack(path));
  return answer::Engine::Create(std::move(versioned));
}

absl::StatusOr<absl::CivilDay> ParseToday(const std::string& text) {
  if (text.empty()) return absl::ToCivilDay(absl::Now(), absl::UTCTimeZone());
  absl::CivilDay day;
  if (absl::ParseCivilTime(text, &day)) return day;
  return absl::InvalidArgumentError(
      absl::StrCat("--today ", text, ": no day; write it as 2026-11-23"));
}

}  // namespace charley::curate
