#include "client/cli/explanation.h"

#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/strip.h"

namespace charley::cli {
namespace {

// "URGENCY_URGENT_TODAY" as "urgent today".
std::string LevelName(v1::Urgency level) {
  const std::string name = v1::Urgency_Name(level);
  return absl::StrReplaceAll(absl::AsciiStrToLower(absl::StripPrefix(name, "URGENCY_")),
                             {{"_", " "}});
}

void RenderRule(const v1::RuleExplanation& rule, Page& page) {
  std::string text = absl::StrCat(rule.rule_id(), " (", LevelName(rule.level()), ", ",
                                  rule.fired() ? "fired" : "did not count");
  if (!rule.softened_by().empty()) absl::StrAppend(&text, ": ", rule.softened_by());
  if (rule.messages_ago() > 0) absl::StrAppend(&text, ", ", rule.messages_ago(), " messages ago");
  page.Item("rule", absl::StrCat(text, "): ", absl::StrJoin(rule.matched(), ", ")));
}

void RenderTopicScore(const v1::TopicExplanation& topic, Page& page) {
  page.Item("topic", absl::StrFormat("%s %.3f: %s", topic.topic_id(), topic.confidence(),
                                     absl::StrJoin(topic.matched(), ", ")));
}

}  // namespace

void RenderExplanation(const v1::Explanation& explanation, Page& page) {
  page.Heading("Why");
  page.Item("read as", explanation.read_as());
  for (const v1::RuleExplanation& rule : explanation.rules()) RenderRule(rule, page);
  page.Item("learned urgency",
            absl::StrFormat("%.3f, raises the level from %.3f", explanation.learned_urgency(),
                            explanation.learned_urgency_threshold()));
  page.Item("coverage", absl::StrFormat("%.3f", explanation.coverage()));
  for (const v1::TopicExplanation& topic : explanation.topics()) RenderTopicScore(topic, page);
  for (const std::string& step : explanation.steps()) page.Item("step", step);
}

}  // namespace charley::cli
