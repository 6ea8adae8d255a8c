// How far two topics' answers rest on the same places.

#ifndef CHARLEY_SERVICE_MATCH_AGREEMENT_H_
#define CHARLEY_SERVICE_MATCH_AGREEMENT_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "charley/knowledge/v1/pack.pb.h"

namespace charley::match {

// For every pair of topics: how well the one's answer serves who meant the other, from 0 to 1. A
// topic serves itself wholly; another one serves by the citations that stand first in both.
// Immutable; thread-safe.
class Agreement {
 public:
  explicit Agreement(const knowledge::v1::Pack& pack);

  // How well answering `topic` serves, given the probability of each topic to be meant.
  float Served(size_t topic, absl::Span<const float> meant) const;

  // Whether two topics' answers rest on the same first citation.
  bool SamePlace(size_t a, size_t b) const { return place_[a] == place_[b]; }

 private:
  // A topic whose asker the answer serves, and how well.
  struct Worth {
    uint32_t meant;
    float share;
  };

  std::vector<Worth> worths_;   // by answered topic, those above 0
  std::vector<size_t> begins_;  // by answered topic, into worths_, and the end
  std::vector<int> place_;      // a number for each distinct first citation
};

}  // namespace charley::match

#endif  // CHARLEY_SERVICE_MATCH_AGREEMENT_H_
