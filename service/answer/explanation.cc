#include "service/answer/explanation.h"

#include <algorithm>

#include "service/answer/clinical_advice.h"
#include "service/answer/limits.h"

namespace charley::answer {

void ExplainTriage(const text::Reading& question, const text::Vocabulary& vocabulary,
                   const triage::Assessment& assessment, v1::Explanation& explanation) {
  explanation.set_read_as(text::ReadAs(question, vocabulary));
  for (const triage::Finding& finding : assessment.findings) {
    v1::RuleExplanation& rule = *explanation.add_rules();
    rule.set_rule_id(finding.rule->id());
    rule.set_level(ToUrgency(finding.rule->level()));
    for (const std::string& word : finding.matched) rule.add_matched(word);
    rule.set_fired(finding.fired);
    rule.set_softened_by(finding.softened_by);
    rule.set_messages_ago(finding.messages_ago);
  }
  explanation.set_learned_urgency(assessment.learned_urgency);
  explanation.set_learned_urgency_threshold(assessment.learned_threshold);
  explanation.set_most_urgent_sentence(assessment.most_urgent_sentence);
}

void ExplainMatch(const knowledge::v1::Pack& pack, const match::Match& match,
                  v1::Explanation& explanation) {
  const size_t count = std::min(match.topics.size(), limits::kMostExplainedTopics);
  for (size_t i = 0; i < count; ++i) {
    v1::TopicExplanation& topic = *explanation.add_topics();
    topic.set_topic_id(pack.topics(match.topics[i].topic).id());
    topic.set_confidence(match.topics[i].confidence);
    for (const std::string& word : match.topics[i].matched) topic.add_matched(word);
  }
  explanation.set_coverage(match.coverage);
  for (const std::string& step : match.steps) explanation.add_steps(step);
}

}  // namespace charley::answer
