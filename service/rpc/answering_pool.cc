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
  void Add(const ArrivedCall& call, grpc::Status status) {
    if (replies_.empty()) begun_ = absl::Now();
    replies_.push_back({call.reactor, std::move(status)});
  }

  bool IsDue() const {
    return replies_.size() >= limits::kMostRepliesInBurst ||
           absl::Now() - begun_ >= absl::Microseconds(limits::kReplyBurstMicroseconds);
  }

  void Send() {
    for (Reply& reply : replies_) reply.reactor->Finish(std::move(reply.status));
    replies_.clear();
  }

 private:
  struct Reply {
    grpc::ServerUnaryReactor* reactor;
    grpc::Status status;
  };

  std::vector<Reply> replies_;
  absl::Time begun_;
};

AnsweringPool::AnsweringPool(size_t threads, Answer answer) : answer_(std::move(answer)) {
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
  call.reactor->Finish(answer_(call));
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
  Burst burst;
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
