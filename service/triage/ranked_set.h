// A set of small numbers that knows the place of each in their order.

#ifndef CHARLEY_SERVICE_TRIAGE_RANKED_SET_H_
#define CHARLEY_SERVICE_TRIAGE_RANKED_SET_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/numeric/bits.h"

namespace charley::triage {

// A bit for each number up to the greatest, and a count for each 64 of them (Jacobson 1989): a
// sixteenth of what a table of places takes, so that a near cache holds it whole.
class RankedSet {
 public:
  static constexpr uint32_t kNone = ~uint32_t{0};

  // Adds a number that is greater than every one before.
  void Add(uint32_t number) {
    const size_t block = number / kBits;
    if (block >= blocks_.size()) blocks_.resize(block + 1, {0, size_});
    blocks_[block].bits |= uint64_t{1} << (number % kBits);
    end_ = number + 1;
    ++size_;
  }

  // How many lesser numbers there are, or kNone when the number itself is not in the set.
  uint32_t Rank(uint32_t number) const {
    if (number >= end_) return kNone;
    const Block& block = blocks_[number / kBits];
    const uint64_t bit = uint64_t{1} << (number % kBits);
    if ((block.bits & bit) == 0) return kNone;
    return block.before + static_cast<uint32_t>(absl::popcount(block.bits & (bit - 1)));
  }

  uint32_t size() const { return size_; }

 private:
  static constexpr size_t kBits = 64;
  struct Block {
    uint64_t bits;
    uint32_t before;  // numbers of earlier blocks
  };

  std::vector<Block> blocks_;
  uint32_t end_ = 0;  // no number is greater or the same
  uint32_t size_ = 0;
};

}  // namespace charley::triage

#endif  // CHARLEY_SERVICE_TRIAGE_RANKED_SET_H_
