// What each part of triage finds by itself: the rules alone, the rules that the second opinion
// supports, the second opinion alone, and both, as urgent recall and false alarms with their 95 %
// Wilson intervals; and the time that a message takes.
//
//   score_triage PACK.db FILE.jsonl...
//
// FILE holds JSON lines {"question", "earlier", "expect"}. No message is printed.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "knowledge/labelled_messages.h"
#include "knowledge/pack_reader.h"
#include "knowledge/status_macros.h"
#include "service/answer/pack_vocabulary.h"
#include "service/curate/interval.h"
#include "service/text/reading.h"
#include "service/triage/second_opinion.h"
#include "service/triage/triage.h"

namespace {

using charley::knowledge::LabelledMessages;
using charley::knowledge::v1::LabelledMessage;
using charley::knowledge::v1::Pack;
using charley::triage::Assessment;
using charley::triage::Triage;
using Judge = std::function<bool(const Assessment&)>;

constexpr auto kUrgent = charley::knowledge::v1::LEVEL_URGENT_TODAY;

bool ByRules(const Assessment& assessment) {
  return std::any_of(assessment.findings.begin(), assessment.findings.end(),
                     [](const auto& f) { return f.fired && f.rule->level() >= kUrgent; });
}

bool ByLearned(const Assessment& assessment) {
  return assessment.learned_urgency >= assessment.learned_threshold;
}

bool ByBoth(const Assessment& assessment) { return assessment.level >= kUrgent; }

void PrintRate(int hits, int n) {
  const auto bounds = charley::curate::WilsonInterval(hits, n);
  std::printf("  %5.1f %% (%.1f to %.1f), %d of %d", n == 0 ? 0 : 100.0 * hits / n,
              100 * bounds.low, 100 * bounds.high, hits, n);
}

// Triage with the words that it reads by.
class Scorer {
 public:
  static absl::StatusOr<Scorer> Create(Pack pack) {
    Scorer scorer;
    scorer.vocabulary_ =
        std::make_shared<const charley::text::Vocabulary>(charley::answer::BuildVocabulary(pack));
    ASSIGN_OR_RETURN(scorer.triage_, Triage::Create(std::make_shared<const Pack>(std::move(pack)),
                                                    scorer.vocabulary_));
    return scorer;
  }

  void Print(const char* part, const LabelledMessages& messages, const Judge& is_urgent) const {
    int found = 0, red_flags = 0, raised = 0, ordinary = 0;
    const auto start = std::chrono::steady_clock::now();
    for (const LabelledMessage& message : messages) {
      const bool urgent = is_urgent(Assess(message));
      const bool is_red_flag = message.expect() == "urgent";
      ++(is_red_flag ? red_flags : ordinary);
      if (urgent) ++(is_red_flag ? found : raised);
    }
    const std::chrono::duration<double, std::micro> needed =
        std::chrono::steady_clock::now() - start;
    std::printf("%-22s recall", part);
    PrintRate(found, red_flags);
    std::printf("   false alarms");
    PrintRate(raised, ordinary);
    std::printf("   %.1f us a message\n", needed.count() / std::max(1, messages.size()));
  }

 private:
  Assessment Assess(const LabelledMessage& message) const {
    std::vector<charley::text::Reading> conversation;
    for (const std::string& text : message.earlier()) {
      conversation.push_back(charley::text::Read(text, *vocabulary_));
    }
    conversation.push_back(charley::text::Read(message.question(), *vocabulary_));
    return triage_->Assess(conversation, /*explain=*/true);
  }

  std::shared_ptr<const charley::text::Vocabulary> vocabulary_;
  std::unique_ptr<const Triage> triage_;
};

Pack WithoutSecondOpinion(Pack pack) {
  for (auto& model : *pack.mutable_models()) {
    if (model.name() == charley::triage::kSecondOpinionModel) model.clear_name();
  }
  return pack;
}

absl::Status Score(const std::string& pack_path, const std::vector<std::string>& files) {
  ASSIGN_OR_RETURN(const auto loaded, charley::knowledge::ReadPack(pack_path));
  ASSIGN_OR_RETURN(const Scorer rules, Scorer::Create(WithoutSecondOpinion(loaded.pack)));
  ASSIGN_OR_RETURN(const Scorer all, Scorer::Create(loaded.pack));
  for (const std::string& file : files) {
    LabelledMessages messages;
    RETURN_IF_ERROR(charley::knowledge::AppendLabelledMessages(file, messages));
    std::printf("%s\n", file.c_str());
    rules.Print("rules alone", messages, ByRules);
    all.Print("rules with support", messages, ByRules);
    all.Print("second opinion alone", messages, ByLearned);
    all.Print("both", messages, ByBoth);
  }
  return absl::OkStatus();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3 || std::string(argv[1]) == "--help") {
    std::cerr << "usage: score_triage PACK.db FILE.jsonl...\n"
                 "example: score_triage build/release/share/charley/packs/cramps.db "
                 "tests/eval/triage-tuning.jsonl\n";
    return argc == 2 ? 0 : 2;
  }
  const absl::Status status = Score(argv[1], {argv + 2, argv + argc});
  if (!status.ok()) std::cerr << status << "\n";
  return status.ok() ? 0 : 1;
}
