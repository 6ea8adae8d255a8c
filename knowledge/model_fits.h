// How a pack's models are fitted: in parts that do not depend on each other, if there is a way to.

#ifndef CHARLEY_KNOWLEDGE_MODEL_FITS_H_
#define CHARLEY_KNOWLEDGE_MODEL_FITS_H_

#include <cstddef>
#include <vector>

#include "absl/functional/function_ref.h"

namespace charley::knowledge {

// What a fit gives: weights, or what they make of messages.
using FittedNumbers = std::vector<float>;

// Calls fit(0) to fit(count - 1), which do not depend on each other, and returns what they return.
// fit(0) runs on the calling thread of this process, so that it may leave more than numbers behind;
// the others may run elsewhere.
using RunFits = absl::FunctionRef<std::vector<FittedNumbers>(
    size_t count, absl::FunctionRef<FittedNumbers(size_t)> fit)>;

// One after another.
inline std::vector<FittedNumbers> FitOneByOne(size_t count,
                                              absl::FunctionRef<FittedNumbers(size_t)> fit) {
  std::vector<FittedNumbers> fitted;
  for (size_t i = 0; i < count; ++i) fitted.push_back(fit(i));
  return fitted;
}

}  // namespace charley::knowledge

#endif  // CHARLEY_KNOWLEDGE_MODEL_FITS_H_
