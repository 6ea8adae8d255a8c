// How far two topics' answers rest on the same places.

#ifndef CHARLEY_SERVICE_MATCH_AGREEMENT_H_
#define CHARLEY_SERVICE_MATCH_AGREEMENT_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "charley/knowledge/v1/pack.pb.h"

namespace charley::match {

// How well one topic's answer serves who meant another, from 0 to 1. A topic serves itself wholly;
// another one serves by the citations that stand first in both. Immutable; thread-safe.
class Agreement {
 public:
  explicit Agreement(const knowledge::v1::Pack& pack);

  // How well answering each topic serves, given the probability of each topic to be meant. Linear
  // in the topics.
  std::vector<float> Served(absl::Span<const float> meant) const;

  // Whether two topics' answers rest on the same first citation.
  bool SamePlace(size_t a, size_t b) const { return shown_[a].first == shown_[b].first; }

 private:
  // The citations that a reader of an answer sees, as numbers of distinct places and of distinct
  // pairs of them. A topic without a citation has a place of its own.
  struct Shown {
    uint32_t first;
    uint32_t second;  // kNowhere when there is none
    uint32_t both;
    uint32_t turned;  // the second first; kNowhere when no topic has these
  };
  static constexpr uint32_t kNowhere = 0;

  std::vector<Shown> shown_;  // by topic
  size_t places_ = 1;         // kNowhere is one of them
  size_t pairs_ = 1;
};

}  // namespace charley::match

#endif  // CHARLEY_SERVICE_MATCH_AGREEMENT_H_
