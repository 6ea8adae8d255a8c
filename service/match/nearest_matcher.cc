#include "service/match/nearest_matcher.h"

#include <cmath>
#include <future>
#include <utility>

#include "absl/memory/memory.h"
#include "absl/strings/str_format.h"
#include "knowledge/status_macros.h"
#include "service/match/example_reading.h"
#include "service/match/stored_examples.h"

namespace charley::match {
namespace {

constexpr size_t kMostTopics = 5;
// A follow-up this short is read together with the message before it.
constexpr size_t kShortFollowUp = 4;

// The cosine from which a message is answered. On the cramps pack's tuning questions a lower one
// (0.26) answered 45 % in scope rightly and refused 53 % out of scope, a higher one (0.32) 24 % and
// 76 %: beside the trained ranker, cosines alone tell little of what a pack covers.
constexpr double kEvenCosine = 0.30;
constexpr double kSteepness = 12;

double ConfidenceOf(float cosine) {
  return 1 / (1 + std::exp(-kSteepness * (static_cast<double>(cosine) - kEvenCosine)));
}

}  // namespace

absl::StatusOr<std::unique_ptr<const NearestMatcher>> NearestMatcher::Create(
    std::shared_ptr<const knowledge::v1::Pack> pack, const text::Vocabulary& vocabulary,
    const knowledge::v1::ExamplesModel& examples) {
  RETURN_IF_ERROR(CheckExamples(examples, *pack));
  // Side by side: for a large pack each takes a fifth of the start.
  std::future<ExactTexts> exact = std::async(std::launch::async, [&] {
    return ExactTexts(*pack, {examples.keys().data(), static_cast<size_t>(examples.keys_size())});
  });
  absl::StatusOr<ExampleIndex> index = IndexExamples(examples, *pack, vocabulary);
  ExactTexts texts = exact.get();
  RETURN_IF_ERROR(index.status());
  return absl::WrapUnique(new NearestMatcher(std::move(pack), std::move(texts), *std::move(index)));
}

NearestMatcher::NearestMatcher(std::shared_ptr<const knowledge::v1::Pack> pack, ExactTexts exact,
                               ExampleIndex index)
    : pack_(std::move(pack)),
      targets_(*pack_),
      exact_(std::move(exact)),
      pairs_(PairsAreIndexed(*pack_)),
      index_(std::move(index)) {}

Terms NearestMatcher::TermsOfConversation(absl::Span<const text::Reading> conversation) const {
  Terms terms = TermsOf(conversation.back(), pairs_);
  if (conversation.size() > 1 && conversation.back().words.size() <= kShortFollowUp) {
    AddTerms(conversation[conversation.size() - 2], pairs_, terms);
    Sort(terms);
  }
  return terms;
}

Match NearestMatcher::Find(absl::Span<const text::Reading> conversation, bool explain) const {
  if (conversation.empty()) return {};
  const int exact = exact_.Find(conversation.back().message);
  if (exact >= 0) return ExactMatch(exact, targets_);
  Match match;
  for (const Neighbour& near : index_.Search(TermsOfConversation(conversation), kMostTopics)) {
    const double confidence = ConfidenceOf(near.cosine);
    match.coverage = std::max(match.coverage, confidence);
    if (targets_.IsTopic(near.target)) {
      match.topics.push_back({near.target, confidence, {}});
    } else if (match.topics.empty() && match.small_talk < 0) {
      match.small_talk = targets_.SmallTalk(near.target);
    }
  }
  if (match.coverage < 0.5) {
    match.outcome = Outcome::kNotCovered;
  } else {
    match.outcome = match.small_talk >= 0 ? Outcome::kSmallTalk : Outcome::kAnswer;
  }
  if (explain) {
    match.steps.push_back(
        absl::StrFormat("the nearest example gives a confidence of %.2f", match.coverage));
  }
  return match;
}

}  // namespace charley::match
