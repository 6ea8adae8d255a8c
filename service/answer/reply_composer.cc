#include "service/answer/reply_composer.h"

#include <algorithm>
#include <utility>

#include "service/answer/clinical_advice.h"
#include "service/answer/language.h"

namespace charley::answer {
namespace {

using v1::AskResponse;

int TopicAt(const match::Match& match, int place) {
  return match.topics[static_cast<size_t>(place)].topic;
}

}  // namespace

ReplyComposer::ReplyComposer(const knowledge::v1::Pack& pack, const std::string& version,
                             const Citations& citations, const Suggestions& suggestions,
                             const Catalogue& catalogue)
    : pack_(pack),
      citations_(citations),
      suggestions_(suggestions),
      parts_(pack, version, catalogue) {}

EncodedReply ReplyComposer::Escalate(const AssessedQuestion& asked) const {
  const Numbers numbers(pack_, asked.region);
  v1::Escalation escalation =
      ComposeEscalation(pack_.manifest(), asked.assessment, numbers, citations_);
  if (const knowledge::v1::SafeCard* card = CardFor(asked.question)) {
    escalation.set_translated_action(numbers.FillCard(*card, card->escalation()));
    escalation.set_translated_language(card->language());
  }
  ReplyWriter writer;
  writer.SetUrgency(ToUrgency(asked.assessment.level));
  writer.Add(AskResponse::kEscalationFieldNumber, escalation);
  writer.Add(parts_.PackVersion());
  if (asked.explanation != nullptr) {
    writer.Add(AskResponse::kExplanationFieldNumber, *asked.explanation);
  }
  return {std::move(writer).Take(), kEscalationKind};
}

EncodedReply ReplyComposer::Reply(const AssessedQuestion& asked, const match::Match& match,
                                  const AnsweredTopics& answered) const {
  const v1::Urgency urgency = UrgencyOf(asked.assessment, match);
  ReplyWriter writer;
  writer.SetUrgency(urgency);
  const absl::string_view kind = WriteMatch(asked, match, writer);
  writer.Add(parts_.SafetyNet(asked.region, asked.assessment.asks_in_general));
  WriteSuggestions(match, answered, writer);
  writer.Add(parts_.PackVersion());
  if (asked.explanation != nullptr) {
    writer.Add(AskResponse::kExplanationFieldNumber, *asked.explanation);
  }
  if (urgency == v1::URGENCY_SEE_CLINICIAN) {
    writer.Add(AskResponse::kClinicianAdviceFieldNumber,
               ComposeClinicianAdvice(pack_.manifest(), asked.assessment,
                                      Numbers(pack_, asked.region), citations_));
  }
  for (int i = 1; i <= match.more_answers; ++i) {
    writer.Add(AskResponse::kMoreAnswersFieldNumber, parts_.Answer(TopicAt(match, i)));
  }
  if (match.leaves_out && match.outcome == match::Outcome::kAnswer) {
    writer.Add(parts_.LeftOut(asked.region));
  }
  return {std::move(writer).Take(), kind};
}

// The level of the patient's words, or of what is answered if that is higher.
v1::Urgency ReplyComposer::UrgencyOf(const triage::Assessment& assessment,
                                     const match::Match& match) const {
  v1::Urgency urgency = ToUrgency(assessment.level);
  if (match.outcome != match::Outcome::kAnswer) return urgency;
  for (int i = 0; i <= match.more_answers; ++i) {
    urgency = std::max(urgency, ToUrgency(pack_.topics(TopicAt(match, i)).level()));
  }
  return urgency;
}

absl::string_view ReplyComposer::WriteMatch(const AssessedQuestion& asked,
                                            const match::Match& match, ReplyWriter& writer) const {
  switch (match.outcome) {
    case match::Outcome::kAnswer:
      writer.Add(AskResponse::kAnswerFieldNumber, parts_.Answer(TopicAt(match, 0)));
      return "answer";
    case match::Outcome::kClarify:
      writer.Add(AskResponse::kClarificationFieldNumber, Clarify(match));
      return "clarification";
    case match::Outcome::kSmallTalk:
      writer.Add(parts_.SmallTalk(match.small_talk));
      return "small_talk";
    case match::Outcome::kNotCovered:
      break;
  }
  WriteNotCovered(asked, writer);
  return "not_covered";
}

v1::Clarification ReplyComposer::Clarify(const match::Match& match) const {
  v1::Clarification clarification;
  clarification.set_prompt(pack_.manifest().clarification_prompt());
  for (int i = 0; i < match.options; ++i) {
    *clarification.add_options() = Suggest(pack_.topics(TopicAt(match, i)));
  }
  return clarification;
}

void ReplyComposer::WriteNotCovered(const AssessedQuestion& asked, ReplyWriter& writer) const {
  const knowledge::v1::SafeCard* card = CardFor(asked.question);
  if (card == nullptr) {
    return writer.Add(parts_.NotCovered(asked.region));
  }
  const Numbers numbers(pack_, asked.region);
  v1::NotCovered not_covered;
  not_covered.set_text(numbers.Fill(pack_.manifest().not_covered()));
  not_covered.set_translated_text(numbers.FillCard(*card, card->not_covered()));
  not_covered.set_translated_language(card->language());
  writer.Add(AskResponse::kNotCoveredFieldNumber, not_covered);
}

void ReplyComposer::WriteSuggestions(const match::Match& match, const AnsweredTopics& answered,
                                     ReplyWriter& writer) const {
  if (match.outcome == match::Outcome::kClarify) return;  // the options are the choice
  const SuggestedTopics topics = match.outcome == match::Outcome::kAnswer
                                     ? suggestions_.Related(TopicAt(match, 0), answered)
                                     : suggestions_.Frequent(answered);
  for (const int topic : topics) {
    writer.Add(parts_.Suggestion(topic));
  }
}

// The card in the language of the question, when that is surely not the pack's.
const knowledge::v1::SafeCard* ReplyComposer::CardFor(const text::Reading& question) const {
  return FindSafeCard(pack_, ForeignLanguage(question, pack_.manifest().language()));
}

}  // namespace charley::answer
