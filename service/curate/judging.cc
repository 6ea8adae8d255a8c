#include "service/curate/judging.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/strip.h"

namespace charley::curate {
namespace {

using Response = v1::AskResponse;

using Paragraphs = google::protobuf::RepeatedField<int32_t>;

bool Accepts(const Paragraphs& accepted, const v1::Answer& answer) {
  const std::vector<int> cited = ScoredParagraphs(answer);
  return std::any_of(cited.begin(), cited.end(), [&](int paragraph) {
    return std::find(accepted.begin(), accepted.end(), paragraph) != accepted.end();
  });
}

bool Accepts(const knowledge::v1::LabelledMessage& message, const v1::Answer& answer) {
  const auto& never = message.never();
  if (std::find(never.begin(), never.end(), answer.topic_id()) != never.end()) return false;
  return Accepts(message.paragraphs(), answer) || Accepts(message.second_paragraphs(), answer);
}

double InScopeCredit(const knowledge::v1::LabelledMessage& message, const Response& response,
                     const answer::Engine& engine) {
  if (response.has_escalation()) return 0;
  if (response.has_answer()) return Accepts(message, response.answer()) ? 1 : 0;
  for (const v1::Suggestion& option : response.clarification().options()) {
    const auto topic = engine.catalogue().GetTopic(option.topic_id());
    if (topic.ok() && Accepts(message, topic->answer())) return 0.5;
  }
  return 0;
}

bool AnyAnswers(const Paragraphs& accepted, const Response& response) {
  if (!response.has_answer()) return false;
  return Accepts(accepted, response.answer()) ||
         std::any_of(response.more_answers().begin(), response.more_answers().end(),
                     [&](const v1::Answer& answer) { return Accepts(accepted, answer); });
}

double TwoQuestionsCredit(const knowledge::v1::LabelledMessage& message, const Response& response) {
  return (AnyAnswers(message.paragraphs(), response) ? 0.5 : 0) +
         (AnyAnswers(message.second_paragraphs(), response) ? 0.5 : 0);
}

Judgement JudgeUrgency(const knowledge::v1::LabelledMessage& message, bool malformed,
                       const Response& response) {
  const bool escalated = response.urgency() >= v1::URGENCY_URGENT_TODAY;
  if (message.expect() == "urgent") {
    const bool right = escalated && !malformed;
    return {Measure::kUrgentRecall, right ? 1.0 : 0.0, !right};
  }
  const bool wrong = escalated || malformed;
  return {Measure::kFalseAlarms, wrong ? 1.0 : 0.0, wrong};
}

}  // namespace

const char* NameOf(Measure measure) {
  switch (measure) {
    case Measure::kUrgentRecall:
      return "urgent recall";
    case Measure::kFalseAlarms:
      return "false alarms";
    case Measure::kInScope:
      return "in scope";
    case Measure::kTwoQuestions:
      return "two questions";
    case Measure::kOutOfScope:
      return "out of scope";
    case Measure::kChitchat:
      return "chitchat";
  }
  return "";
}

std::string NameOf(v1::Urgency urgency) {
  const std::string name = absl::AsciiStrToLower(v1::Urgency_Name(urgency));
  return absl::StrReplaceAll(absl::StripPrefix(name, "urgency_"), {{"_", " "}});
}

bool IsMalformed(const answer::AskOutcome& outcome) {
  const Response& response = outcome.response;
  if (outcome.violation.has_value()) return response.has_escalation();
  const bool replies = response.reply_case() != Response::REPLY_NOT_SET;
  if (!response.has_escalation()) return !replies;
  return replies || response.suggestions_size() > 0 || response.more_answers_size() > 0 ||
         !response.safety_net().empty() || !response.left_out().empty() ||
         response.urgency() < v1::URGENCY_URGENT_TODAY;
}

std::vector<Judgement> Judge(const knowledge::v1::LabelledMessage& message,
                             const answer::AskOutcome& outcome, const answer::Engine& engine) {
  std::vector<Judgement> judgements;
  const Response& response = outcome.response;
  const bool malformed = IsMalformed(outcome);
  if (message.expect() == "urgent" || message.expect() == "not_urgent") {
    judgements.push_back(JudgeUrgency(message, malformed, response));
  }
  if (message.kind() == "in_scope") {
    const double credit = malformed ? 0 : InScopeCredit(message, response, engine);
    judgements.push_back({Measure::kInScope, credit, credit < 1});
    if (!message.second_paragraphs().empty()) {
      const double both = malformed ? 0 : TwoQuestionsCredit(message, response);
      judgements.push_back({Measure::kTwoQuestions, both, both < 1});
    }
  } else if (!message.kind().empty()) {
    const bool right = !malformed && (response.has_not_covered() || response.has_small_talk());
    judgements.push_back({message.kind() == "chitchat" ? Measure::kChitchat : Measure::kOutOfScope,
                          right ? 1.0 : 0.0, !right});
  }
  return judgements;
}

std::vector<int> ScoredParagraphs(const v1::Answer& answer) {
  std::vector<int> paragraphs;
  for (const v1::Citation& citation : answer.citations()) {
    if (citation.source_id() != kScoredSource) continue;
    if (static_cast<int>(paragraphs.size()) == kScoredCitations) break;
    paragraphs.push_back(citation.paragraph());
  }
  return paragraphs;
}

std::string Summarize(const answer::AskOutcome& outcome) {
  const Response& response = outcome.response;
  if (outcome.violation.has_value()) return "refused";
  if (response.has_escalation()) {
    return absl::StrCat("escalation ", NameOf(response.urgency()), " (",
                        absl::StrJoin(response.escalation().rule_ids(), ", "), ")");
  }
  switch (response.reply_case()) {
    case Response::kAnswer:
      return absl::StrCat("answer ", response.answer().topic_id(),
                          absl::StrJoin(response.more_answers(), "",
                                        [](std::string* out, const v1::Answer& answer) {
                                          absl::StrAppend(out, " and ", answer.topic_id());
                                        }));
    case Response::kClarification:
      return absl::StrCat("clarification of ",
                          absl::StrJoin(response.clarification().options(), ", ",
                                        [](std::string* out, const v1::Suggestion& option) {
                                          absl::StrAppend(out, option.topic_id());
                                        }));
    case Response::kNotCovered:
      return "not covered";
    case Response::kSmallTalk:
      return "small talk";
    case Response::REPLY_NOT_SET:
      return "nothing";
  }
  return "";
}

}  // namespace charley::curate
