// Matching by the nearest example alone: for packs without a trained ranker.

#ifndef CHARLEY_SERVICE_MATCH_NEAREST_MATCHER_H_
#define CHARLEY_SERVICE_MATCH_NEAREST_MATCHER_H_

#include <memory>

#include "service/match/exact.h"
#include "service/match/example_index.h"
#include "service/match/matcher.h"
#include "service/match/targets.h"

namespace charley::match {

// Ranks topics by the cosine of their nearest example.
class NearestMatcher : public Matcher {
 public:
  static std::unique_ptr<const NearestMatcher> Create(
      std::shared_ptr<const knowledge::v1::Pack> pack,
      std::shared_ptr<const text::Vocabulary> vocabulary);

  Match Find(absl::Span<const text::Reading> conversation, bool explain) const override;

 private:
  NearestMatcher(std::shared_ptr<const knowledge::v1::Pack> pack,
                 std::shared_ptr<const text::Vocabulary> vocabulary);

  Terms TermsOfConversation(absl::Span<const text::Reading> conversation) const;

  std::shared_ptr<const knowledge::v1::Pack> pack_;
  std::shared_ptr<const text::Vocabulary> vocabulary_;
  Targets targets_;
  ExactTexts exact_;
  bool pairs_;  // whether pairs of words are indexed
  ExampleIndex index_;
};

}  // namespace charley::match

#endif  // CHARLEY_SERVICE_MATCH_NEAREST_MATCHER_H_
