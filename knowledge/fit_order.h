// In which order a solver keeps the weights of features.

#ifndef CHARLEY_KNOWLEDGE_FIT_ORDER_H_
#define CHARLEY_KNOWLEDGE_FIT_ORDER_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/numeric/bits.h"

namespace charley::knowledge {

// Numbers for the features that vectors hold, from 0: those of most vectors first, and those of
// about as many as the vectors have them. What a solver reads again and again lies together so, in
// the nearest cache, and so do the rare features of one vector, which it would else wait for one by
// one. What is learned is the same, bit by bit, whatever the numbers. Not thread-safe.
class FitOrder {
 public:
  // For features below `features`.
  explicit FitOrder(size_t features) : uses_(features, 0), numbers_(features, 0) {}

  // Counts a feature of a vector. Each feature of each vector once.
  void Count(uint32_t feature) {
    if (uses_[feature]++ == 0) features_.push_back(feature);
  }
  // Gives the numbers, when all vectors were counted.
  void Number() {
    const auto magnitude = [this](uint32_t feature) { return absl::bit_width(uses_[feature]) / 2; };
    std::stable_sort(features_.begin(), features_.end(),
                     [&](uint32_t a, uint32_t b) { return magnitude(a) > magnitude(b); });
    for (size_t i = 0; i < features_.size(); ++i) {
      numbers_[features_[i]] = static_cast<uint32_t>(i);
    }
  }

  size_t size() const { return features_.size(); }
  // Of a feature that was counted.
  uint32_t NumberOf(uint32_t feature) const { return numbers_[feature]; }
  // The features that were counted, by number.
  const std::vector<uint32_t>& features() const { return features_; }

 private:
  std::vector<uint32_t> uses_;      // by feature
  std::vector<uint32_t> numbers_;   // by feature
  std::vector<uint32_t> features_;  // by number
};

}  // namespace charley::knowledge

#endif  // CHARLEY_KNOWLEDGE_FIT_ORDER_H_
