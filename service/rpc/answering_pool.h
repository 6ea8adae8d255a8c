// Threads that answer calls side by side and send their replies in bursts.

#ifndef CHARLEY_SERVICE_RPC_ANSWERING_POOL_H_
#define CHARLEY_SERVICE_RPC_ANSWERING_POOL_H_

#include <grpcpp/support/status.h>

#include <deque>
#include <functional>
#include <thread>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "service/rpc/unary_call.h"

namespace charley::rpc {

// A call that comes alone is answered at once, on the thread that brought it. Calls that come while
// others are being answered wait for a thread of the pool. Replies that are ready at about the same
// time are handed to gRPC together, which then writes several with one system call instead of one
// each, and within limits::kReplyBurstMicroseconds. Nothing is held while nothing waits. The
// observer hears of each call before its reply is handed over. Thread-safe.
class AnsweringPool {
 public:
  // Sets the response of a call and says how it ended. Thread-safe.
  using Answer = std::function<AnsweredCall(const ArrivedCall& call)>;

  // `observer` must outlive it.
  AnsweringPool(size_t threads, CallObserver& observer, Answer answer);
  AnsweringPool(const AnsweringPool&) = delete;
  AnsweringPool& operator=(const AnsweringPool&) = delete;
  // Answers what still waits.
  ~AnsweringPool();

  // Answers the call and finishes it, now or soon. A call that finds limits::kMostWaitingCalls
  // before it is answered on the thread that brought it, which so brings no more meanwhile.
  void Take(const ArrivedCall& call) ABSL_LOCKS_EXCLUDED(mutex_);

 private:
  class Burst;

  bool Enqueue(const ArrivedCall& call) ABSL_LOCKS_EXCLUDED(mutex_);
  void Run() ABSL_LOCKS_EXCLUDED(mutex_);
  // Takes the next calls, if any; those of before are answered.
  bool TakeSome(std::vector<ArrivedCall>& calls) ABSL_LOCKS_EXCLUDED(mutex_);
  void AnswerAll(const std::vector<ArrivedCall>& calls, Burst& burst) const;
  // False: the end has come and nothing waits.
  bool WaitForMore() ABSL_LOCKS_EXCLUDED(mutex_);

  CallObserver& observer_;
  const Answer answer_;
  absl::Mutex mutex_;
  absl::CondVar changed_;  // by a call that waits, or the end
  std::deque<ArrivedCall> waiting_ ABSL_GUARDED_BY(mutex_);
  size_t busy_ ABSL_GUARDED_BY(mutex_) = 0;  // threads that answer, of the pool or not
  size_t idle_ ABSL_GUARDED_BY(mutex_) = 0;  // threads of the pool that wait
  bool is_ending_ ABSL_GUARDED_BY(mutex_) = false;
  std::vector<std::thread> threads_;
};

}  // namespace charley::rpc

#endif  // CHARLEY_SERVICE_RPC_ANSWERING_POOL_H_
