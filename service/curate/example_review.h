// Whether the examples of each topic are many enough, and of many voices.

#ifndef CHARLEY_SERVICE_CURATE_EXAMPLE_REVIEW_H_
#define CHARLEY_SERVICE_CURATE_EXAMPLE_REVIEW_H_

#include <vector>

#include "charley/knowledge/v1/pack.pb.h"
#include "knowledge/check.h"

namespace charley::curate {

// With fewer examples a topic is thin. The compiler's own limit is knowledge::kFewestExamples:
// enough to be found at all, too few for the ways in which strangers ask.
inline constexpr int kEnoughExamples = 30;

// Examples are of one voice when many begin alike, or say almost the same. Both are plain counts
// over words as they were typed, case and punctuation aside: the share of a topic's examples that
// begin with the commonest first word, and the share that has a twin, which is another example of
// the topic with which it has at least kTwinShare of all their words in common (Jaccard 1901). In
// the cramps pack, whose examples were written from cards of different people, no topic exceeds
// 0.28 and 0.14.
inline constexpr double kMostSameStart = 0.40;
inline constexpr double kMostTwins = 0.25;
inline constexpr double kTwinShare = 0.5;

// Warns of every topic with thin or one-voiced examples, in the pack's order, and says what to do.
std::vector<knowledge::Problem> ReviewExamples(const knowledge::v1::Pack& pack);

}  // namespace charley::curate

#endif  // CHARLEY_SERVICE_CURATE_EXAMPLE_REVIEW_H_
