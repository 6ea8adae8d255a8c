#include "service/curate/explanation_text.h"

#include <cmath>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "service/curate/judging.h"

namespace charley::curate {
namespace {

constexpr int kMostWords = 5;
constexpr double kLeastEffect = 0.005;  // what would be written as 0.00

std::string Place(int messages_ago) {
  if (messages_ago == 0) return "";
  return absl::StrCat(", ", messages_ago, messages_ago == 1 ? " message" : " messages", " ago");
}

void WriteRules(const v1::Explanation& explanation, std::ostream& out) {
  out << "Rules\n";
  if (explanation.rules().empty()) out << "  none matched\n";
  for (const v1::RuleExplanation& rule : explanation.rules()) {
    out << "  " << rule.rule_id() << " (" << NameOf(rule.level()) << Place(rule.messages_ago())
        << "): " << (rule.fired() ? "fired" : "softened by '" + rule.softened_by() + "'") << "; "
        << absl::StrJoin(rule.matched(), " + ") << "\n";
  }
}

void WriteTopics(const v1::Explanation& explanation, std::ostream& out) {
  if (explanation.topics().empty()) return;
  out << absl::StrFormat("Topics (the pack answers this with probability %.3f)\n",
                         explanation.coverage());
  for (const v1::TopicExplanation& topic : explanation.topics()) {
    out << absl::StrFormat("  %.3f  %s; %s\n", topic.confidence(), topic.topic_id(),
                           absl::StrJoin(topic.matched(), ", "));
  }
}

// "night +0.31, why +0.12"; empty when no word has an effect that can be seen.
std::string Words(const std::vector<WordEffect>& effects, bool pro) {
  std::string words;
  int count = 0;
  for (const WordEffect& effect : effects) {
    if (count == kMostWords || std::abs(effect.effect) < kLeastEffect) break;
    if ((effect.effect > 0) != pro) continue;
    absl::StrAppendFormat(&words, "%s%s %+.2f", count == 0 ? "" : ", ", effect.word, effect.effect);
    ++count;
  }
  return words.empty() ? "nothing" : words;
}

void WriteEffects(const std::vector<WordEffect>& effects, std::ostream& out) {
  out << "    for it:  " << Words(effects, true) << "\n    against: " << Words(effects, false)
      << "\n";
}

void WriteSteps(const v1::Explanation& explanation, std::ostream& out) {
  if (explanation.steps().empty()) return;
  out << "Steps\n";
  for (const std::string& step : explanation.steps()) out << "  " << step << "\n";
}

}  // namespace

void WriteExplanation(const answer::AskOutcome& outcome, std::ostream& out) {
  const v1::AskResponse& response = outcome.response;
  const v1::Explanation& explanation = response.explanation();
  out << "Reply: " << Summarize(outcome) << "\nUrgency: " << NameOf(response.urgency()) << "\n";
  if (outcome.violation.has_value()) {
    out << outcome.violation->field << ": " << outcome.violation->description << "\n";
  }
  out << "Read as: " << explanation.read_as() << "\n";
  WriteRules(explanation, out);
  out << absl::StrFormat("Learned probability of a red flag: %.4f (raises from %.4f)\n",
                         explanation.learned_urgency(), explanation.learned_urgency_threshold());
  if (!explanation.most_urgent_sentence().empty()) {
    out << "  most urgent by itself: " << explanation.most_urgent_sentence() << "\n";
  }
  WriteTopics(explanation, out);
  WriteSteps(explanation, out);
}

void WriteComparison(const TopicComparison& comparison, std::ostream& out) {
  out << "Why " << comparison.chosen << " comes first\n";
  const bool by_rank = comparison.chosen == comparison.ranked_first;
  if (!by_rank) {
    out << "  by its words alone " << comparison.ranked_first
        << " would: this is an example to the letter, or one of two questions\n";
  }
  for (const TopicLead& lead : comparison.leads) {
    out << absl::StrFormat(
        "  and not %s: leads by %.2f%s\n", lead.other, lead.lead,
        lead.lead < 0 && by_rank ? ", made up by topics that cite the same place" : "");
    WriteEffects(lead.words, out);
  }
  out << "  that the pack answers this at all\n";
  WriteEffects(comparison.coverage, out);
}

}  // namespace charley::curate
