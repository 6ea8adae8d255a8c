#include "service/curate/explanation_text.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "service/curate/judging.h"

namespace charley::curate {
namespace {

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
  WriteTopics(explanation, out);
  WriteSteps(explanation, out);
}

}  // namespace charley::curate
