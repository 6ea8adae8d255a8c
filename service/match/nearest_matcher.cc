#include "service/match/nearest_matcher.h"

#include <cmath>
#include <utility>

#include "absl/memory/memory.h"
#include "absl/strings/str_format.h"
#include "service/match/example_reading.h"

namespace charley::match {
namespace {

constexpr size_t kMostTopics = 5;
// Beyond this many topics pairs of words are not indexed: they would make most of the index, and
// found the topic no more often.
constexpr int kMostTopicsForPairs = 5000;
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

std::unique_ptr<const NearestMatcher> NearestMatcher::Create(
    std::shared_ptr<const knowledge::v1::Pack> pack,
    std::shared_ptr<const text::Vocabulary> vocabulary) {
  return absl::WrapUnique(new NearestMatcher(std::move(pack), std::move(vocabulary)));
}

NearestMatcher::NearestMatcher(std::shared_ptr<const knowledge::v1::Pack> pack,
                               std::shared_ptr<const text::Vocabulary> vocabulary)
    : pack_(std::move(pack)),
      vocabulary_(std::move(vocabulary)),
      targets_(*pack_),
      exact_(*pack_, /*with_examples=*/false),
      pairs_(pack_->topics_size() <= kMostTopicsForPairs) {
  ExampleIndex::Builder builder;
  ForEachReadExample(*pack_, *vocabulary_, pairs_, [&](const ReadExample& example) {
    exact_.AddExample(example.key, example.target);
    builder.Add(example.target, example.terms);
  });
  index_ = std::move(builder).Build();
}

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
