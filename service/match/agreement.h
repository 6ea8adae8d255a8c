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

  // How well answering a topic serves, given the probability of each topic to be meant. Linear in
  // the topics that cite the same places.
  float Served(size_t topic, absl::Span<const float> meant) const;

  // Whether two topics' answers rest on the same first citation.
  bool SamePlace(size_t a, size_t b) const { return first_places_[a] == first_places_[b]; }

 private:
  // A topic that another one's answer serves, and how well.
  struct Service {
    uint32_t topic;
    float worth;
  };

  std::vector<uint32_t> first_places_;  // by topic: the place of its first citation
  std::vector<Service> services_;       // by topic: whom its answer serves
  std::vector<uint32_t> begins_ = {0};  // by topic, in services_
};

}  // namespace charley::match

#endif  // CHARLEY_SERVICE_MATCH_AGREEMENT_H_
