#include "service/curate/plain_rule_review.h"

#include <algorithm>
#include <map>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "service/text/reading.h"
#include "service/triage/triage.h"

namespace charley::curate {
namespace {

constexpr auto kUrgent = knowledge::v1::LEVEL_URGENT_TODAY;

// What a rule raised, and the words by which it raised the first of it.
struct Raised {
  int messages = 0;
  std::string words;
};

triage::Assessment Assess(const answer::Engine& engine,
                          const knowledge::v1::LabelledMessage& message) {
  std::vector<text::Reading> conversation;
  for (const std::string& earlier : message.earlier()) {
    conversation.push_back(text::Read(earlier, engine.vocabulary()));
  }
  conversation.push_back(text::Read(message.question(), engine.vocabulary()));
  return engine.triage().Assess(conversation, /*explain=*/true);
}

}  // namespace

knowledge::LabelledMessages OrdinaryMessagesOf(const knowledge::v1::Pack& authored) {
  knowledge::LabelledMessages ordinary;
  for (const auto& message : authored.triage_training()) {
    if (message.expect() == "not_urgent") *ordinary.Add() = message;
  }
  ordinary.MergeFrom(authored.conversation_training());
  ordinary.MergeFrom(authored.out_of_scope_training());
  return ordinary;
}

std::vector<knowledge::Problem> ReviewPlainRules(const answer::Engine& engine,
                                                 const knowledge::LabelledMessages& ordinary) {
  std::map<const knowledge::v1::TriageRule*, Raised> by_rule;
  for (const auto& message : ordinary) {
    const triage::Assessment assessment = Assess(engine, message);
    if (assessment.learned_urgency >= assessment.learned_threshold) continue;
    for (const triage::Finding& finding : assessment.findings) {
      if (!finding.fired || finding.rule->needs_support() || finding.rule->level() < kUrgent) {
        continue;
      }
      Raised& raised = by_rule[finding.rule];
      if (++raised.messages == 1) raised.words = absl::StrJoin(finding.matched, " ... ");
    }
  }
  const int most =
      std::max(kFewestRaised - 1, static_cast<int>(kMostRaisedShare * ordinary.size()));
  std::vector<knowledge::Problem> problems;
  for (const auto& rule : engine.pack().triage_rules()) {
    const auto it = by_rule.find(&rule);
    if (it == by_rule.end() || it->second.messages <= most) continue;
    problems.push_back(
        {knowledge::Severity::kWarning, absl::StrCat("triage rule ", rule.id()),
         absl::StrCat("raises ", it->second.messages, " of ", ordinary.size(),
                      " ordinary messages alone, one by '", it->second.words, "'"),
         "narrow its phrases, mind words with the same stem, or let it need support"});
  }
  return problems;
}

}  // namespace charley::curate
