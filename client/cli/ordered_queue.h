// A bounded queue between two threads.

#ifndef CHARLEY_CLIENT_CLI_ORDERED_QUEUE_H_
#define CHARLEY_CLIENT_CLI_ORDERED_QUEUE_H_

#include <cstddef>
#include <deque>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "absl/types/optional.h"

namespace charley::cli {

// Hands values over in the order in which they came. Thread-safe.
template <typename T>
class OrderedQueue {
 public:
  // Holds at most `capacity` values, 1 or more.
  explicit OrderedQueue(size_t capacity) : capacity_(capacity) {}

  // Adds a value; waits while the queue is full.
  void Push(T value) ABSL_LOCKS_EXCLUDED(mutex_) {
    absl::MutexLock lock(&mutex_, absl::Condition(this, &OrderedQueue::HasRoom));
    values_.push_back(std::move(value));
  }

  // Says that no value comes any more.
  void Close() ABSL_LOCKS_EXCLUDED(mutex_) {
    absl::MutexLock lock(&mutex_);
    closed_ = true;
  }

  // Takes the oldest value; waits while there is none. Nothing once closed and empty.
  absl::optional<T> Pop() ABSL_LOCKS_EXCLUDED(mutex_) {
    absl::MutexLock lock(&mutex_, absl::Condition(this, &OrderedQueue::HasNews));
    if (values_.empty()) return absl::nullopt;
    T value = std::move(values_.front());
    values_.pop_front();
    return value;
  }

 private:
  bool HasRoom() const ABSL_SHARED_LOCKS_REQUIRED(mutex_) { return values_.size() < capacity_; }
  bool HasNews() const ABSL_SHARED_LOCKS_REQUIRED(mutex_) { return closed_ || !values_.empty(); }

  const size_t capacity_;
  absl::Mutex mutex_;
  std::deque<T> values_ ABSL_GUARDED_BY(mutex_);
  bool closed_ ABSL_GUARDED_BY(mutex_) = false;
};

}  // namespace charley::cli

#endif  // CHARLEY_CLIENT_CLI_ORDERED_QUEUE_H_
