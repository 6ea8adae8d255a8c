// Topics that the matcher cannot tell apart.

#ifndef CHARLEY_SERVICE_CURATE_LOOK_ALIKES_H_
#define CHARLEY_SERVICE_CURATE_LOOK_ALIKES_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "charley/knowledge/v1/pack.pb.h"
#include "knowledge/check.h"
#include "service/text/vocabulary.h"

namespace charley::curate {

// Two topics, and which of their titles and examples were taken for the other one.
struct LookAlikes {
  int first = 0;  // indices into Pack.topics, the smaller first
  int second = 0;
  int questions = 0;               // titles and examples of both
  std::vector<std::string> taken;  // in the pack's order
};

// Pairs are named when so many of their questions are surely taken wrongly: at the lower end of the
// 95 % interval, so that thin topics name none by chance. In the cramps pack these are five pairs
// of 4,005.
inline constexpr double kAlikeFrom = 0.07;

// Finds them as the ranker is calibrated: its classifiers learn four fifths of every topic's
// examples and are asked the last fifth, and so for each fifth, so that none is asked what it has
// seen. Two things are left out for speed, about two seconds instead of seventeen on the cramps
// pack, where the pairs are almost the same: letter groups, and what is no topic. `vocabulary` is
// that of the pack. The worst pairs first; none in a pack of one topic, or of more topics than are
// ranked. Deterministic; not thread-safe, as training is not.
absl::StatusOr<std::vector<LookAlikes>> FindLookAlikes(const knowledge::v1::Pack& pack,
                                                       const text::Vocabulary& vocabulary);

// Each pair as a warning that says what to do.
std::vector<knowledge::Problem> DescribeLookAlikes(const knowledge::v1::Pack& pack,
                                                   const std::vector<LookAlikes>& pairs);

}  // namespace charley::curate

#endif  // CHARLEY_SERVICE_CURATE_LOOK_ALIKES_H_
