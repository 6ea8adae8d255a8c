// L2-regularised logistic regression by liblinear (Fan et al. 2008).

#ifndef CHARLEY_SERVICE_TRIAGE_LOGISTIC_REGRESSION_H_
#define CHARLEY_SERVICE_TRIAGE_LOGISTIC_REGRESSION_H_

#include <vector>

#include "absl/types/span.h"
#include "service/triage/features.h"

namespace charley::triage {

// One labelled vector.
struct LabelledVector {
  std::vector<Feature> features;  // each slot once, by ascending slot
  bool urgent = false;
};

// Sorts features by slot and adds up those of one slot.
void Compact(std::vector<Feature>& features);

// Fits weights by slot; a vector that comes twice counts twice. `cost` is liblinear's C.
// Deterministic. One thread at a time: liblinear keeps its print function in a global.
std::vector<float> Fit(absl::Span<const LabelledVector* const> vectors, double cost);

}  // namespace charley::triage

#endif  // CHARLEY_SERVICE_TRIAGE_LOGISTIC_REGRESSION_H_
