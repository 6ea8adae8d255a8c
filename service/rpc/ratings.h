// Whether answers helped.

#ifndef CHARLEY_SERVICE_RPC_RATINGS_H_
#define CHARLEY_SERVICE_RPC_RATINGS_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "charley/knowledge/v1/pack.pb.h"
#include "charley/v1/assistant.pb.h"

namespace charley::rpc {

// The ratings of one topic.
struct TopicRating {
  std::string topic_id;
  int64_t helpful = 0;
  int64_t not_helpful = 0;
};

// Counts ratings by topic, in memory alone. Holds one entry for each topic of the pack and never
// another, so that no client can make it grow. Thread-safe.
class Ratings {
 public:
  // Takes up the topics of a pack: counts of topics that stay are kept, others are dropped.
  void SetTopics(const knowledge::v1::Pack& pack);

  // Counts one rating, HELPFUL or NOT_HELPFUL. False: there is no such topic.
  bool Count(const std::string& topic_id, v1::Rating rating);

  // The topics that were rated, by id.
  std::vector<TopicRating> Rated() const;

 private:
  mutable absl::Mutex mutex_;
  std::map<std::string, TopicRating> topics_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace charley::rpc

#endif  // CHARLEY_SERVICE_RPC_RATINGS_H_
