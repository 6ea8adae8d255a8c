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

// Text that is matched again to learn which topics a conversation has had, latest messages first:
// ten times a long conversation of short messages, and no lever for one of long ones.
inline constexpr size_t kMostBytesForAnswered = 16 * 1024;

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

// Bytes of a message and of metadata that gRPC takes in at all. Above the limits of the service, so
// that it can say what is wrong; and gRPC 1.51's own refusal of metadata, which loses its HPACK
// state (CVE-2023-32731), stays out of reach of a proxy's smaller limit.
inline constexpr int kMostReceivedMessageBytes = 4 * kMostMessageBytes;
inline constexpr int kMostReceivedMetadataBytes = 2 * kMostMetadataBytes;

// Calls at once on one connection: browsers open six.
inline constexpr int kMostConcurrentStreams = 100;

// Milliseconds after which the service ends a call whose client set no earlier deadline: a thousand
// times what an answer takes.
inline constexpr int64_t kCallDeadlineMilliseconds = 2000;

// Calls that gRPC is asked for ahead, on each queue: what its thread takes at once. More wait
// within gRPC; to ask for 64 was no quicker and took half a MiB.
inline constexpr size_t kCallsAskedForAhead = 16;

// The same of a method that is called rarely: a second call waits until the first is answered.
inline constexpr size_t kRareCallsAskedForAhead = 1;

// Calls that a thread takes together and replies that it hands to gRPC together, and for how long
// the first of them may be held: 32 brought no more, and this is a small part of what the network
// takes.
inline constexpr size_t kMostRepliesInBurst = 16;
inline constexpr int64_t kReplyBurstMicroseconds = 200;

// An encoded request of which the answer takes no longer than a burst may be held.
inline constexpr size_t kShortRequestBytes = 1024;

// Clients that watch the health service at once: each holds a thread, and a clinic's proxy and
// monitor are a handful.
inline constexpr size_t kMostHealthWatches = 16;

// Milliseconds between two looks whether a client that watches is still there: none waits for it,
// and a look takes a microsecond.
inline constexpr int64_t kHealthWatchMilliseconds = 1000;

// Milliseconds that calls in flight get to finish when the service stops.
inline constexpr int64_t kDrainMilliseconds = 5000;

// Milliseconds without a call after which, when the service stops, no more are expected, and those
// for which it goes on refusing calls at most: several times what a client's next call takes.
inline constexpr int64_t kQuietMilliseconds = 20;
inline constexpr int64_t kRefusalMilliseconds = 1000;

// Milliseconds for a new connection to say what it speaks: over loopback it takes one.
inline constexpr int kHandshakeMilliseconds = 5 * 1000;

// Milliseconds after which a connection without calls is closed, so that idle ones hold no file
// descriptors; clients connect anew within a millisecond.
inline constexpr int kConnectionIdleMilliseconds = 60 * 1000;

// Milliseconds after which a connection is asked to go, and those that its calls then get: clients
// spread anew over replicas, and a call that is held open ends.
inline constexpr int kConnectionAgeMilliseconds = 10 * 60 * 1000;
inline constexpr int kConnectionAgeGraceMilliseconds = 10 * 1000;

// Milliseconds between the service's pings on a silent connection, and until it counts as dead:
// a telephone that lost its network is noticed within a minute.
inline constexpr int kKeepaliveMilliseconds = 40 * 1000;
inline constexpr int kKeepaliveTimeoutMilliseconds = 20 * 1000;

// Milliseconds that a client has to wait between pings without calls, and how often it may ping
// sooner before its connection is closed: gRPC's own rule against floods of pings.
inline constexpr int kLeastPingMilliseconds = 30 * 1000;
inline constexpr int kMostPingStrikes = 2;

// Bytes that gRPC may hold for all connections together: half of the 64 MiB that the service may
// take.
inline constexpr size_t kMostTransportBytes = size_t{32} * 1024 * 1024;

// Bytes of log lines that wait to be written: several times what the busiest service writes between
// two turns of the writer. A log that nobody reads must neither stop the answers nor fill the
// memory.
inline constexpr size_t kMostWaitingLogBytes = size_t{2} * 1024 * 1024;

// Bytes of an HTTP request's header and body: base64 makes a full RPC message a third larger.
inline constexpr size_t kMostHttpHeaderBytes = 8 * 1024;
inline constexpr size_t kMostHttpBodyBytes = 96 * 1024;

// HTTP connections at once. Beyond it new ones are told to come back.
inline constexpr size_t kMostHttpConnections = 1024;

// Seconds for a client to send a whole request once it has begun, and between requests: slow
// clients must not hold connections.
inline constexpr int kHttpReadSeconds = 10;
inline constexpr int kHttpIdleSeconds = 60;

}  // namespace charley::limits

#endif  // CHARLEY_SERVICE_ANSWER_LIMITS_H_
