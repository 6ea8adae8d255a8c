// Linear classifiers, one for each class against all others.

#ifndef CHARLEY_SERVICE_MATCH_ONE_VERSUS_REST_H_
#define CHARLEY_SERVICE_MATCH_ONE_VERSUS_REST_H_

#include <vector>

#include "absl/types/span.h"
#include "service/match/feature_space.h"

namespace charley::match {

// Weights by feature and class, and a bias by class.
struct LinearWeights {
  size_t classes = 0;
  std::vector<float> rows;  // feature * classes + class
  std::vector<float> biases;
};

// Messages to learn from.
struct LabelledVectors {
  std::vector<const FeatureVector*> vectors;
  std::vector<int> labels;  // from 0 to classes - 1; a class may be absent
};

// Learns L2-regularised squared-hinge classifiers (liblinear's dual solver; Hsieh et al. 2008).
// Deterministic. Not thread-safe: liblinear draws from the C library's random numbers, which this
// seeds.
LinearWeights TrainOneVersusRest(const LabelledVectors& data, size_t features, size_t classes);

// Learns one classifier of two classes, labelled 1 and 0, which weigh the same however many
// messages each has. One column.
LinearWeights TrainBalanced(const LabelledVectors& data, size_t features);

// The columns of both, side by side.
LinearWeights Join(const LinearWeights& left, const LinearWeights& right);

// The scores of a message.
std::vector<float> Decide(const LinearWeights& weights, const FeatureVector& vector);

// Learns a logistic function of few numbers: the probability that a row is labelled true. Returns
// the coefficients, the constant last. Deterministic.
std::vector<double> TrainLogistic(const std::vector<std::vector<double>>& rows,
                                  const std::vector<bool>& labels);

}  // namespace charley::match

#endif  // CHARLEY_SERVICE_MATCH_ONE_VERSUS_REST_H_
