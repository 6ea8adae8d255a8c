#include "service/answer/engine.h"

#include <algorithm>
#include <thread>
#include <utility>

#include "absl/types/span.h"
#include "knowledge/status_macros.h"
#include "service/answer/explanation.h"
#include "service/answer/limits.h"
#include "service/answer/numbers.h"
#include "service/answer/pack_vocabulary.h"
#include "service/match/stored_examples.h"
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

void InsertAnswered(const match::Match& match, AnsweredTopics& topics) {
  if (match.outcome != match::Outcome::kAnswer) return;
  for (int i = 0; i <= match.more_answers; ++i) {
    topics.push_back(match.topics[static_cast<size_t>(i)].topic);
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
        model.name() == match::kExamplesName || model.name() == kVocabularyModel) {
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
      catalogue_(*pack_, version_, citations_, suggestions_),
      composer_(*pack_, version_, citations_, suggestions_, catalogue_) {}

Engine::Conversation Engine::ReadConversation(const v1::AskRequest& request) const {
  Conversation conversation;
  conversation.reserve(static_cast<size_t>(request.earlier_size()) + 1);
  for (const std::string& message : request.earlier()) {
    conversation.push_back(text::Read(message, *vocabulary_));
  }
  conversation.push_back(text::Read(request.question(), *vocabulary_));
  return conversation;
}

EncodedOutcome Engine::AskEncoded(const v1::AskRequest& request) const {
  const Conversation conversation = ReadConversation(request);
  const text::Reading& question = conversation.back();
  matcher_->Prefetch(question);
  const triage::Assessment assessment = triage_->Assess(conversation, request.explain());
  absl::optional<v1::Explanation> explanation;
  if (request.explain()) {
    ExplainTriage(question, *vocabulary_, assessment, explanation.emplace());
  }
  const AssessedQuestion asked{question, assessment, FindRegion(*pack_, request.region()),
                               explanation.has_value() ? &*explanation : nullptr};
  if (IsUrgent(assessment)) return {composer_.Escalate(asked), absl::nullopt};
  if (auto violation = CheckRequest(request)) return {{}, std::move(violation)};
  const match::Match match =
      matcher_->Find(Recent(conversation, conversation.size()), request.explain());
  if (explanation.has_value()) ExplainMatch(*pack_, match, *explanation);
  return {composer_.Reply(asked, match, Answered(conversation, match)), absl::nullopt};
}

AskOutcome Engine::Ask(const v1::AskRequest& request) const {
  EncodedOutcome encoded = AskEncoded(request);
  AskOutcome outcome;
  outcome.response.ParseFromString(encoded.reply.bytes);
  outcome.violation = std::move(encoded.violation);
  return outcome;
}

AnsweredTopics Engine::Answered(const Conversation& conversation, const match::Match& match) const {
  AnsweredTopics answered;
  InsertAnswered(match, answered);
  if (match.outcome == match::Outcome::kClarify) return answered;  // nothing is suggested
  size_t bytes = 0;
  for (size_t end = conversation.size() - 1; end > 0; --end) {
    const auto recent = Recent(conversation, end);
    for (const text::Reading& message : recent) bytes += message.message.text.size();
    if (bytes > limits::kMostBytesForAnswered) break;
    InsertAnswered(matcher_->Find(recent, /*explain=*/false), answered);
  }
  return answered;
}

}  // namespace charley::answer
