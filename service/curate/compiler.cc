#include "service/curate/compiler.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "knowledge/status_macros.h"
#include "service/answer/pack_vocabulary.h"
#include "service/curate/offline_training.h"
#include "service/curate/side_by_side.h"
#include "service/match/stored_examples.h"
#include "service/match/training.h"
#include "service/triage/training.h"
#include "service/triage/triage.h"

namespace charley::curate {
namespace {

// Learned last: from what the triage of the pack decides. A pack too small to learn from has none.
absl::Status AddOfflineCheck(const std::shared_ptr<knowledge::v1::Pack>& pack,
                             const std::shared_ptr<const text::Vocabulary>& vocabulary) {
  absl::StatusOr<knowledge::v1::Model> check;
  {  // triage reads the pack, which then gets its model
    ASSIGN_OR_RETURN(const auto triage, triage::Triage::Create(pack, vocabulary));
    check = TrainOfflineCheck(*pack, *triage, *vocabulary);
  }
  if (absl::IsFailedPrecondition(check.status())) return absl::OkStatus();
  RETURN_IF_ERROR(check.status());
  *pack->add_models() = *std::move(check);
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<knowledge::v1::Pack> Compile(knowledge::v1::Pack authored) {
  const auto pack = std::make_shared<knowledge::v1::Pack>(std::move(authored));
  pack->clear_models();
  *pack->add_models() = answer::CollectVocabulary(*pack);
  const auto vocabulary = std::make_shared<const text::Vocabulary>(answer::BuildVocabulary(*pack));
  if (!pack->triage_training().empty()) {
    ASSIGN_OR_RETURN(*pack->add_models(),
                     triage::TrainSecondOpinion(*pack, *vocabulary, FitSideBySide));
  }
  absl::StatusOr<knowledge::v1::Model> ranker =
      match::TrainRanker(*pack, *vocabulary, FitSideBySide);
  if (ranker.ok()) {
    *pack->add_models() = *std::move(ranker);
  } else if (absl::IsFailedPrecondition(ranker.status())) {  // which means: no use for a ranker
    *pack->add_models() = match::StoreExamples(*pack, *vocabulary);
  } else {
    return std::move(ranker).status();
  }
  RETURN_IF_ERROR(AddOfflineCheck(pack, vocabulary));
  pack->clear_triage_training();
  pack->clear_out_of_scope_training();
  pack->clear_conversation_training();
  return std::move(*pack);
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
