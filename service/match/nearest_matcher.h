// Matching by the nearest example alone: for packs without a trained ranker.

#ifndef CHARLEY_SERVICE_MATCH_NEAREST_MATCHER_H_
#define CHARLEY_SERVICE_MATCH_NEAREST_MATCHER_H_

#include <memory>

#include "absl/status/statusor.h"
#include "charley/knowledge/v1/examples.pb.h"
#include "service/match/exact.h"
#include "service/match/example_index.h"
#include "service/match/matcher.h"
#include "service/match/targets.h"

namespace charley::match {

// Ranks topics by the cosine of their nearest example.
class NearestMatcher : public Matcher {
 public:
  // Takes the pack's examples as they were read. INVALID_ARGUMENT: they are not of this pack.
  static absl::StatusOr<std::unique_ptr<const NearestMatcher>> Create(
      std::shared_ptr<const knowledge::v1::Pack> pack, const text::Vocabulary& vocabulary,
      const knowledge::v1::ExamplesModel& examples);

  Match Find(absl::Span<const text::Reading> conversation, bool explain) const override;

 private:
  NearestMatcher(std::shared_ptr<const knowledge::v1::Pack> pack, ExactTexts exact,
                 ExampleIndex index);

  Terms TermsOfConversation(absl::Span<const text::Reading> conversation) const;

  std::shared_ptr<const knowledge::v1::Pack> pack_;
  Targets targets_;
  ExactTexts exact_;
  bool pairs_;  // whether pairs of words are indexed
  ExampleIndex index_;
};

}  // namespace charley::match

#endif  // CHARLEY_SERVICE_MATCH_NEAREST_MATCHER_H_
