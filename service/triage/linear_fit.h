// L2-regularised linear classifiers by liblinear (Fan et al. 2008).

#ifndef CHARLEY_SERVICE_TRIAGE_LINEAR_FIT_H_
#define CHARLEY_SERVICE_TRIAGE_LINEAR_FIT_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "knowledge/fit_order.h"
#include "service/triage/features.h"

namespace charley::triage {

// One labelled vector.
struct LabelledVector {
  std::vector<Feature> features;  // each slot once, by ascending slot
  bool urgent = false;
};

// Sorts features by slot and adds up those of one slot.
void Compact(std::vector<Feature>& features);

// Numbers for the slots that some vectors use, in the order that is quickest to fit. The
// constant's, which every vector holds first, stays kConstantSlot.
class SlotOrder {
 public:
  explicit SlotOrder(absl::Span<LabelledVector* const> vectors);

  size_t size() const { return order_.size(); }
  // Puts numbers in place of a vector's slots, and leaves its features where they are.
  void Renumber(LabelledVector& vector) const;
  // Weights by slot of weights by number.
  std::vector<float> BySlot(absl::Span<const float> by_number) const;

 private:
  knowledge::FitOrder order_;
};

// What is made small besides the weights.
enum class Loss {
  kSquaredHinge,  // a support vector machine, by the dual solver (Hsieh et al. 2008): quick
  kLogistic       // logistic regression: chances, not margins
};

// Fits weights by slot, from 0 to `slots` - 1; all 0 when there are no vectors; one that comes
// twice counts twice. `cost` is liblinear's C. Deterministic. One thread at a time: liblinear keeps
// its print function and its random numbers in globals, which this sets.
std::vector<float> Fit(absl::Span<const LabelledVector* const> vectors, size_t slots, Loss loss,
                       double cost);

// The scale and the shift that make log odds of margins, after Platt 1999.
struct Calibration {
  double scale = 1;
  double shift = 0;
};
Calibration Calibrate(absl::Span<const double> margins, const std::vector<bool>& urgent);

}  // namespace charley::triage

#endif  // CHARLEY_SERVICE_TRIAGE_LINEAR_FIT_H_
