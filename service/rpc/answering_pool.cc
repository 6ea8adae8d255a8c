#include "service/rpc/answering_pool.h"

#include <algorithm>
#include <utility>

#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "service/answer/limits.h"

namespace charley::rpc {

// Replies that are ready and not yet handed to gRPC.
class AnsweringPool::Burst {
 public:
  explicit Burst(CallObserver& observer) : observer_(observer) {}

  void Add(const ArrivedCall& call, AnsweredCall answered) {
    if (replies_.empty()) begun_ = absl::Now();
    replies_.push_back({call.reactor, std::move(answered)});
  }

  bool IsDue() const {
    return replies_.size() >= limits::kMostRepliesInBurst ||
           absl::Now() - begun_ >= absl::Microseconds(limits::kReplyBurstMicroseconds);
  }

  // First all records, then all replies: what each takes stays at hand.
  void Send() {
    for (const Reply& reply : replies_) observer_.OnCall(reply.answered.record);
    for (Reply& reply : replies_) reply.reactor->Finish(std::move(reply.answered.status));
    replies_.clear();
  }

 private:
  struct Reply {
    grpc::ServerUnaryReactor* reactor;
    AnsweredCall answered;
  };

  CallObserver& observer_;
  std::vector<Reply> replies_;
  absl::Time begun_;
};

AnsweringPool::AnsweringPool(size_t threads, CallObserver& observer, Answer answer)
    : observer_(observer), answer_(std::move(answer)) {
  threads_.reserve(threads);
  for (size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { Run(); });
}

AnsweringPool::~AnsweringPool() {
  {
    const absl::MutexLock lock(&mutex_);
    is_ending_ = true;
    changed_.SignalAll();
  }
  for (std::thread& thread : threads_) thread.join();
}

void AnsweringPool::Take(const ArrivedCall& call) {
  if (Enqueue(call)) return;
  AnsweredCall answered = answer_(call);
  observer_.OnCall(answered.record);
  call.reactor->Finish(std::move(answered.status));
  const absl::MutexLock lock(&mutex_);
  --busy_;
}

bool AnsweringPool::Enqueue(const ArrivedCall& call) {
  const absl::MutexLock lock(&mutex_);
  if (busy_ == 0 || threads_.empty() || waiting_.size() >= limits::kMostWaitingCalls) {
    ++busy_;
    return false;
  }
  waiting_.push_back(call);
  if (idle_ > 0) changed_.Signal();
  return true;
}

void AnsweringPool::Run() {
  Burst burst(observer_);
  std::vector<ArrivedCall> calls;
  do {
    while (TakeSome(calls)) AnswerAll(calls, burst);
    burst.Send();
  } while (WaitForMore());
}

bool AnsweringPool::TakeSome(std::vector<ArrivedCall>& calls) {
  const absl::MutexLock lock(&mutex_);
  if (!calls.empty()) --busy_;
  const auto end = waiting_.begin() + static_cast<std::ptrdiff_t>(
                                          std::min(waiting_.size(), limits::kMostRepliesInBurst));
  calls.assign(waiting_.begin(), end);
  waiting_.erase(waiting_.begin(), end);
  if (!calls.empty()) ++busy_;
  return !calls.empty();
}

void AnsweringPool::AnswerAll(const std::vector<ArrivedCall>& calls, Burst& burst) const {
  for (const ArrivedCall& call : calls) {
    burst.Add(call, answer_(call));
    if (burst.IsDue()) burst.Send();
  }
}

bool AnsweringPool::WaitForMore() {
  const absl::MutexLock lock(&mutex_);
  ++idle_;
  while (waiting_.empty() && !is_ending_) changed_.Wait(&mutex_);
  --idle_;
  return !waiting_.empty();
}

}  // namespace charley::rpc
