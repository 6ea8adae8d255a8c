#include "service/answer/engine.h"

#include <algorithm>
#include <thread>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/types/span.h"
#include "knowledge/status_macros.h"
#include "service/answer/clinical_advice.h"
#include "service/answer/explanation.h"
#include "service/answer/language.h"
#include "service/answer/limits.h"
#include "service/answer/numbers.h"
#include "service/answer/pack_vocabulary.h"
#include "service/match/training.h"
#include "service/triage/second_opinion.h"

namespace charley::answer {
namespace {

bool IsUrgent(const triage::Assessment& assessment) {
  return assessment.level >= knowledge::v1::LEVEL_URGENT_TODAY;
}

// The message before `end` with what it is understood by.
absl::Span<const text::Reading> Recent(absl::Span<const text::Reading> conversation, size_t end) {
  const size_t count = std::min(end, limits::kEarlierMessagesForMatching + size_t{1});
  return conversation.subspan(end - count, count);
}

void InsertAnswered(const match::Match& match, absl::flat_hash_set<int>& topics) {
  if (match.outcome != match::Outcome::kAnswer) return;
  for (int i = 0; i <= match.more_answers; ++i) {
    topics.insert(match.topics[static_cast<size_t>(i)].topic);
  }
}

// Lets go of what the vocabulary, triage and the matcher were made from and have copied.
void Release(knowledge::v1::Pack& pack) {
  using Strings = google::protobuf::RepeatedPtrField<std::string>;
  Strings().Swap(pack.mutable_dictionary());
  for (knowledge::v1::Concept& lexeme : *pack.mutable_concepts()) {
    Strings().Swap(lexeme.mutable_phrases());
    Strings().Swap(lexeme.mutable_except());
  }
  for (knowledge::v1::ContextCue& cue : *pack.mutable_context_cues()) {
    Strings().Swap(cue.mutable_phrases());
  }
  for (knowledge::v1::Model& model : *pack.mutable_models()) {
    if (model.name() == triage::kSecondOpinionModel || model.name() == match::kRankerName ||
        model.name() == kVocabularyModel) {
      model.mutable_data()->clear();
      model.mutable_data()->shrink_to_fit();
    }
  }
}

}  // namespace

absl::StatusOr<std::shared_ptr<const Engine>> Engine::Create(knowledge::VersionedPack versioned) {
  auto pack = std::make_shared<knowledge::v1::Pack>(std::move(versioned.pack));
  auto vocabulary = std::make_shared<const text::Vocabulary>(BuildVocabulary(*pack));
  // Side by side: each takes a third of the start.
  absl::StatusOr<std::unique_ptr<const match::Matcher>> made_matcher;
  std::thread making_matcher([&] { made_matcher = match::Matcher::Create(pack, vocabulary); });
  auto made_triage = triage::Triage::Create(pack, vocabulary);
  making_matcher.join();
  ASSIGN_OR_RETURN(auto triage, std::move(made_triage));
  ASSIGN_OR_RETURN(auto matcher, std::move(made_matcher));
  Release(*pack);
  return std::shared_ptr<const Engine>(new Engine(std::move(pack), std::move(versioned.version),
                                                  std::move(vocabulary), std::move(triage),
                                                  std::move(matcher)));
}

Engine::Engine(std::shared_ptr<const knowledge::v1::Pack> pack, std::string version,
               std::shared_ptr<const text::Vocabulary> vocabulary,
               std::unique_ptr<const triage::Triage> triage,
               std::unique_ptr<const match::Matcher> matcher)
    : pack_(std::move(pack)),
      version_(std::move(version)),
      vocabulary_(std::move(vocabulary)),
      triage_(std::move(triage)),
      matcher_(std::move(matcher)),
      citations_(*pack_),
      suggestions_(*pack_),
      catalogue_(*pack_, version_, citations_, suggestions_) {}

Engine::Conversation Engine::ReadConversation(const v1::AskRequest& request) const {
  Conversation conversation;
  conversation.reserve(static_cast<size_t>(request.earlier_size()) + 1);
  for (const std::string& message : request.earlier()) {
    conversation.push_back(text::Read(message, *vocabulary_));
  }
  conversation.push_back(text::Read(request.question(), *vocabulary_));
  return conversation;
}

AskOutcome Engine::Ask(const v1::AskRequest& request) const {
  AskOutcome outcome;
  const Conversation conversation = ReadConversation(request);
  const triage::Assessment assessment = triage_->Assess(conversation);
  v1::AskResponse& response = outcome.response;
  response.set_urgency(ToUrgency(assessment.level));
  response.set_pack_version(version_);
  if (request.explain()) {
    ExplainTriage(conversation.back(), *vocabulary_, assessment, *response.mutable_explanation());
  }
  if (IsUrgent(assessment)) {
    Escalate(conversation, assessment, request, response);
    return outcome;
  }
  outcome.violation = CheckRequest(request);
  if (!outcome.violation.has_value()) Reply(conversation, assessment, request, response);
  return outcome;
}

void Engine::Escalate(const Conversation& conversation, const triage::Assessment& assessment,
                      const v1::AskRequest& request, v1::AskResponse& response) const {
  const Numbers numbers(*pack_, request.region());
  *response.mutable_escalation() =
      ComposeEscalation(pack_->manifest(), assessment, numbers, citations_);
  const std::string language = ForeignLanguage(conversation.back(), pack_->manifest().language());
  const knowledge::v1::SafeCard* card = FindSafeCard(*pack_, language);
  if (card == nullptr) return;
  v1::Escalation& escalation = *response.mutable_escalation();
  escalation.set_translated_action(numbers.FillCard(*card, card->escalation()));
  escalation.set_translated_language(card->language());
}

void Engine::Reply(const Conversation& conversation, const triage::Assessment& assessment,
                   const v1::AskRequest& request, v1::AskResponse& response) const {
  const Numbers numbers(*pack_, request.region());
  const match::Match match =
      matcher_->Find(Recent(conversation, conversation.size()), request.explain());
  ReplyByMatch(conversation, match, numbers, response);
  const auto& manifest = pack_->manifest();
  response.set_safety_net(
      numbers.Fill(assessment.asks_in_general
                       ? absl::StrCat(manifest.safety_net(), " ", manifest.information_card())
                       : manifest.safety_net()));
  if (response.urgency() == v1::URGENCY_SEE_CLINICIAN) {
    *response.mutable_clinician_advice() =
        ComposeClinicianAdvice(manifest, assessment, numbers, citations_);
  }
  Suggest(conversation, match, response);
  if (request.explain()) ExplainMatch(*pack_, match, *response.mutable_explanation());
}

void Engine::ReplyByMatch(const Conversation& conversation, const match::Match& match,
                          const Numbers& numbers, v1::AskResponse& response) const {
  switch (match.outcome) {
    case match::Outcome::kAnswer: {
      const knowledge::v1::Topic& topic = pack_->topics(match.topics[0].topic);
      *response.mutable_answer() = catalogue_.ComposeAnswer(topic);
      response.set_urgency(std::max(response.urgency(), ToUrgency(topic.level())));
      for (int i = 1; i <= match.more_answers; ++i) {
        const auto& more = pack_->topics(match.topics[static_cast<size_t>(i)].topic);
        *response.add_more_answers() = catalogue_.ComposeAnswer(more);
        response.set_urgency(std::max(response.urgency(), ToUrgency(more.level())));
      }
      return;
    }
    case match::Outcome::kClarify: {
      v1::Clarification& clarification = *response.mutable_clarification();
      clarification.set_prompt(pack_->manifest().clarification_prompt());
      for (int i = 0; i < match.options; ++i) {
        Suggestions::Append(pack_->topics(match.topics[static_cast<size_t>(i)].topic),
                            *clarification.mutable_options());
      }
      return;
    }
    case match::Outcome::kSmallTalk:
      response.mutable_small_talk()->set_text(pack_->small_talk(match.small_talk).text());
      return;
    case match::Outcome::kNotCovered:
      return SayNotCovered(conversation, numbers, response);
  }
}

void Engine::SayNotCovered(const Conversation& conversation, const Numbers& numbers,
                           v1::AskResponse& response) const {
  v1::NotCovered& not_covered = *response.mutable_not_covered();
  not_covered.set_text(numbers.Fill(pack_->manifest().not_covered()));
  const std::string language = ForeignLanguage(conversation.back(), pack_->manifest().language());
  const knowledge::v1::SafeCard* card = FindSafeCard(*pack_, language);
  if (card == nullptr) return;
  not_covered.set_translated_text(numbers.FillCard(*card, card->not_covered()));
  not_covered.set_translated_language(card->language());
}

void Engine::Suggest(const Conversation& conversation, const match::Match& match,
                     v1::AskResponse& response) const {
  if (match.outcome == match::Outcome::kClarify) return;  // the options are the choice
  absl::flat_hash_set<int> answered;
  InsertAnswered(match, answered);
  size_t bytes = 0;
  for (size_t end = conversation.size() - 1; end > 0; --end) {
    const auto recent = Recent(conversation, end);
    for (const text::Reading& message : recent) bytes += message.message.text.size();
    if (bytes > limits::kMostBytesForAnswered) break;
    InsertAnswered(matcher_->Find(recent, /*explain=*/false), answered);
  }
  PublicSuggestions& suggestions = *response.mutable_suggestions();
  if (match.outcome == match::Outcome::kAnswer) {
    suggestions_.AppendRelated(pack_->topics(match.topics[0].topic), answered, suggestions);
  } else {
    suggestions_.AppendFrequent(answered, suggestions);
  }
}

}  // namespace charley::answer
