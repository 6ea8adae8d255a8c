// A small network that is learned beside the linear classifiers.

#ifndef CHARLEY_SERVICE_MATCH_NETWORK_H_
#define CHARLEY_SERVICE_MATCH_NETWORK_H_

#include "absl/types/span.h"
#include "service/match/feature_space.h"
#include "service/match/one_versus_rest.h"

namespace charley::match {

// One hidden layer of rectified units between features and classes. It tells what linear
// classifiers cannot, since it takes words together.
struct Network {
  LinearWeights inner;  // a column for each unit
  LinearWeights outer;  // a row for each unit, a column for each class

  size_t units() const { return inner.classes; }
};

// Learns the classes of messages: online, by AdaGrad (Duchi et al. 2011), with smoothed labels
// (Szegedy et al. 2016), and with features and units left out at random (Srivastava et al. 2014),
// so that no message is known by one word alone. Deterministic; thread-safe.
Network TrainNetwork(const LabelledVectors& data, size_t features, size_t classes);

// Adds the outputs to the scores of the classes. `units` has the sums that the inner layer gives
// for a message; `scores` has room for every class.
void AddOutputs(const LinearWeights& outer, absl::Span<const float> units, float* scores);

}  // namespace charley::match

#endif  // CHARLEY_SERVICE_MATCH_NETWORK_H_
