// L2-regularised logistic regression on sets of features, by liblinear (Fan et al. 2008).

#ifndef CHARLEY_SERVICE_CURATE_LINEAR_SEPARATOR_H_
#define CHARLEY_SERVICE_CURATE_LINEAR_SEPARATOR_H_

#include <vector>

#include "absl/types/span.h"

namespace charley::curate {

// The features that one message holds, by ascending number from 0, and what it is to be taken for.
struct LabelledSet {
  std::vector<int> features;
  bool positive = false;
};

// Weights by feature: larger sums speak for positive sets; from which sum on is for the caller to
// find. `cost` is liblinear's C. There must be sets of both kinds. Deterministic. One thread at a
// time: liblinear keeps its print function in a global.
std::vector<double> Separate(absl::Span<const LabelledSet* const> sets, int feature_count,
                             double cost);

}  // namespace charley::curate

#endif  // CHARLEY_SERVICE_CURATE_LINEAR_SEPARATOR_H_
