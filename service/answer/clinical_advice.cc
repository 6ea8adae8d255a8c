#include "service/answer/clinical_advice.h"

#include <algorithm>
#include <string>
#include <vector>

namespace charley::answer {
namespace {

using knowledge::v1::Level;

// The rules that fired at `least` or above, most urgent first, each once.
std::vector<const knowledge::v1::TriageRule*> FiredRules(const triage::Assessment& assessment,
                                                         Level least) {
  std::vector<const knowledge::v1::TriageRule*> rules;
  for (const triage::Finding& finding : assessment.findings) {
    if (!finding.fired || finding.rule->level() < least) continue;
    if (std::find(rules.begin(), rules.end(), finding.rule) == rules.end()) {
      rules.push_back(finding.rule);
    }
  }
  return rules;
}

const std::string& FirstNonEmpty(const std::string& first, const std::string& second) {
  return first.empty() ? second : first;
}

}  // namespace

v1::Urgency ToUrgency(Level level) {
  switch (level) {
    case knowledge::v1::LEVEL_EMERGENCY_NOW:
      return v1::URGENCY_EMERGENCY_NOW;
    case knowledge::v1::LEVEL_URGENT_TODAY:
      return v1::URGENCY_URGENT_TODAY;
    case knowledge::v1::LEVEL_SEE_CLINICIAN:
      return v1::URGENCY_SEE_CLINICIAN;
    default:
      return v1::URGENCY_SELF_CARE;
  }
}

v1::Escalation ComposeEscalation(const knowledge::v1::Manifest& manifest,
                                 const triage::Assessment& assessment, const Numbers& numbers,
                                 const Citations& citations) {
  v1::Escalation escalation;
  escalation.set_headline(kEscalationHeadline);
  const auto rules = FiredRules(assessment, knowledge::v1::LEVEL_URGENT_TODAY);
  const std::string& standing = assessment.level == knowledge::v1::LEVEL_EMERGENCY_NOW
                                    ? manifest.emergency_action()
                                    : manifest.urgent_action();
  // Where the second opinion raised the level above every rule's, a rule's own action is too weak.
  const bool is_by_rule = !rules.empty() && rules.front()->level() >= assessment.level;
  const std::string& action =
      is_by_rule ? FirstNonEmpty(rules.front()->action(), standing) : standing;
  escalation.set_action(numbers.Fill(action));
  escalation.set_reason(rules.empty() ? manifest.learned_reason() : rules.front()->reason());
  for (const std::string& number : numbers.NumbersOf(action)) escalation.add_phone_numbers(number);
  for (const knowledge::v1::TriageRule* rule : rules) {
    escalation.add_rule_ids(rule->id());
    citations.Append(rule->citations(), *escalation.mutable_citations());
  }
  if (rules.empty()) {
    citations.Append(manifest.learned_citations(), *escalation.mutable_citations());
  }
  return escalation;
}

v1::ClinicianAdvice ComposeClinicianAdvice(const knowledge::v1::Manifest& manifest,
                                           const triage::Assessment& assessment,
                                           const Numbers& numbers, const Citations& citations) {
  v1::ClinicianAdvice advice;
  const auto rules = FiredRules(assessment, knowledge::v1::LEVEL_SEE_CLINICIAN);
  advice.set_action(numbers.Fill(
      rules.empty() ? manifest.clinician_action()
                    : FirstNonEmpty(rules.front()->action(), manifest.clinician_action())));
  advice.set_reason(rules.empty() ? manifest.clinician_reason() : rules.front()->reason());
  for (const knowledge::v1::TriageRule* rule : rules) {
    advice.add_rule_ids(rule->id());
    citations.Append(rule->citations(), *advice.mutable_citations());
  }
  return advice;
}

}  // namespace charley::answer
