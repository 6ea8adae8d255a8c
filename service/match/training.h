// What matching learns from a pack's examples when the pack is built.

#ifndef CHARLEY_SERVICE_MATCH_TRAINING_H_
#define CHARLEY_SERVICE_MATCH_TRAINING_H_

#include "absl/status/statusor.h"
#include "charley/knowledge/v1/pack.pb.h"
#include "charley/knowledge/v1/ranker.pb.h"
#include "knowledge/model_fits.h"
#include "service/match/feature_space.h"
#include "service/text/vocabulary.h"

namespace charley::match {

inline constexpr char kRankerName[] = "match.ranker";

// Packs with more topics are matched by their examples' index alone: a class for each would make
// the model larger than the pack.
inline constexpr int kMostRankedTopics = 1000;

// The promise that the threshold of coverage keeps in cross-validation: 5 % in scope are wrongly
// refused at most. Of the tuning questions about as large a share of those out of scope is refused
// then as of those in scope is answered rightly.
inline constexpr double kMostWronglyRefused = 0.05;

// What a ranker is made of: everything, but for an ablation.
struct RankerParts {
  FeatureKinds features;
  bool network = true;
};

// Learns a ranker from every example, follow-up and out-of-scope question of a pack, calibrates it
// and sets its threshold by cross-validation. The same pack gives the same bytes.
// FAILED_PRECONDITION: the pack has too many topics, fewer than two, or no out-of-scope questions:
// it is matched without a ranker. INVALID_ARGUMENT: a training message is wrong. Not thread-safe.
absl::StatusOr<knowledge::v1::RankerModel> LearnRanker(
    const knowledge::v1::Pack& pack, const text::Vocabulary& vocabulary,
    const RankerParts& parts = {}, knowledge::RunFits run_fits = knowledge::FitOneByOne);

// LearnRanker as a model to be stored in the pack.
absl::StatusOr<knowledge::v1::Model> TrainRanker(
    const knowledge::v1::Pack& pack, const text::Vocabulary& vocabulary,
    knowledge::RunFits run_fits = knowledge::FitOneByOne);

}  // namespace charley::match

#endif  // CHARLEY_SERVICE_MATCH_TRAINING_H_
