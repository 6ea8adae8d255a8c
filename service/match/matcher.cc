#include "service/match/matcher.h"

#include <utility>

#include "service/match/nearest_matcher.h"
#include "service/match/ranking_matcher.h"
#include "service/match/training.h"

namespace charley::match {

absl::StatusOr<std::unique_ptr<const Matcher>> Matcher::Create(
    std::shared_ptr<const knowledge::v1::Pack> pack,
    std::shared_ptr<const text::Vocabulary> vocabulary) {
  for (const auto& model : pack->models()) {
    if (model.name() != kRankerName) continue;
    knowledge::v1::RankerModel ranker;
    if (!ranker.ParseFromString(model.data())) {
      return absl::InvalidArgumentError(
          "the model match.ranker does not parse: build the pack again");
    }
    return RankingMatcher::Create(std::move(pack), std::move(vocabulary), ranker);
  }
  return NearestMatcher::Create(std::move(pack), std::move(vocabulary));
}

}  // namespace charley::match
