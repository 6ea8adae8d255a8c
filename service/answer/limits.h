// Every limit of the service, with its reason.

#ifndef CHARLEY_SERVICE_ANSWER_LIMITS_H_
#define CHARLEY_SERVICE_ANSWER_LIMITS_H_

#include <cstddef>
#include <cstdint>

namespace charley::limits {

// Code points of a question that is answered: five times the longest story in the question sets.
// Triage reads longer ones too.
inline constexpr size_t kMostQuestionCodePoints = 2000;

// Earlier messages of a conversation: more than any patient typed in a test, few enough to be read
// whole in a millisecond.
inline constexpr size_t kMostEarlierMessages = 50;

// Earlier messages by which a follow-up is understood. What lies further back is another subject.
inline constexpr size_t kEarlierMessagesForMatching = 4;

// Suggestions beside a reply: four fit on a telephone without scrolling.
inline constexpr size_t kMostSuggestions = 4;

// Topics that an explanation lists.
inline constexpr size_t kMostExplainedTopics = 5;

// Topics on a page when the request does not say, and at most.
inline constexpr int kDefaultPageSize = 100;
inline constexpr int kMostPageSize = 500;

// Bytes of one RPC message: a 60,000-character story fits, a flood does not.
inline constexpr int kMostMessageBytes = 64 * 1024;

// Bytes of an RPC's metadata: browsers and proxies send less than 4 KiB.
inline constexpr int kMostMetadataBytes = 8 * 1024;

// Calls at once on one connection: browsers open six.
inline constexpr int kMostConcurrentStreams = 100;

// Milliseconds after which the service ends a call whose client set no earlier deadline: a thousand
// times what an answer takes.
inline constexpr int64_t kCallDeadlineMilliseconds = 2000;

// Milliseconds that calls in flight get to finish when the service stops.
inline constexpr int64_t kDrainMilliseconds = 5000;

}  // namespace charley::limits

#endif  // CHARLEY_SERVICE_ANSWER_LIMITS_H_
