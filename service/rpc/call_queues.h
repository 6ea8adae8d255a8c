// Calls from gRPC, to an answer, and back.

#ifndef CHARLEY_SERVICE_RPC_CALL_QUEUES_H_
#define CHARLEY_SERVICE_RPC_CALL_QUEUES_H_

#include <grpcpp/completion_queue.h>
#include <grpcpp/server_builder.h>
#include <grpcpp/support/async_unary_call.h>

#include <functional>
#include <memory>
#include <thread>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "service/answer/limits.h"
#include "service/rpc/unary_call.h"

namespace charley::rpc {

// Threads that take calls from gRPC, answer them and hand the replies back. A thread takes the
// calls that are ready together, answers one after another, and sends the replies together, within
// limits::kReplyBurstMicroseconds: the work on a batch finds its code and data at hand, and gRPC
// writes several replies with one system call. Nothing is held while nothing waits. See
// docs/decisions/0011-calls-come-through-completion-queues.md.
//
// Its life follows the server's: AddTo before the server is built, Start after, Stop after the
// server's Shutdown. Thread-safe between Start and Stop.
class CallQueues {
 public:
  using Writer = grpc::ServerAsyncResponseWriter<grpc::ByteBuffer>;

  // A method whose calls come through the queues. Both functions are thread-safe.
  struct Method {
    // Asks gRPC for the next call of the method, as the generated Request... does.
    std::function<void(grpc::ServerContext& context, grpc::ByteBuffer& request, Writer& writer,
                       grpc::ServerCompletionQueue& queue, void* tag)>
        ask_for;
    // Sets the response of a call and says how it ended.
    std::function<AnsweredCall(const ArrivedCall& call)> answer;
    // Calls that gRPC is asked for before they come, on each queue.
    size_t asked_for_ahead = limits::kCallsAskedForAhead;
  };

  // `frame` tells of each call before its reply is sent; what it names must outlive the queues.
  CallQueues(const CallFrame& frame, std::vector<Method> methods);
  CallQueues(const CallQueues&) = delete;
  CallQueues& operator=(const CallQueues&) = delete;
  ~CallQueues();

  // Adds a queue for each of `threads`.
  void AddTo(grpc::ServerBuilder& builder, size_t threads);
  void Start();
  // Answers what still waits and ends the threads. May be called again.
  void Stop() ABSL_LOCKS_EXCLUDED(mutex_);

 private:
  struct Call;
  using Calls = std::vector<std::unique_ptr<Call>>;
  using Queue = grpc::ServerCompletionQueue;

  void AskForOne(Queue& queue, std::unique_ptr<Call> call) ABSL_LOCKS_EXCLUDED(mutex_);
  void Run(Queue& queue);
  // Waits for an event and takes it with those that are ready as well. False: the end has come.
  bool TakeReady(Queue& queue, Calls& calls);
  void TakeEvent(Queue& queue, void* tag, bool ok, Calls& calls);
  void AnswerAll(Calls& calls);
  void Send(Calls& calls);

  const CallFrame frame_;
  const std::vector<Method> methods_;
  absl::Mutex mutex_;
  bool is_ending_ ABSL_GUARDED_BY(mutex_) = false;  // gRPC must not be asked for more
  std::vector<std::unique_ptr<Queue>> queues_;
  std::vector<std::thread> threads_;
};

// Threads for a machine: one a core, but two where there is one, since a long message must not
// stand before all others.
size_t AnsweringThreads();

// `ask_for` of a generated service that takes a method as bytes; `request` is its Request... of
// that method. `service` must outlive it.
template <typename Service, typename Request>
auto AskForCalls(Service& service, Request request) {
  return [&service, request](grpc::ServerContext& context, grpc::ByteBuffer& bytes,
                             CallQueues::Writer& writer, grpc::ServerCompletionQueue& queue,
                             void* tag) {
    (service.*request)(&context, &bytes, &writer, &queue, &queue, tag);
  };
}

}  // namespace charley::rpc

#endif  // CHARLEY_SERVICE_RPC_CALL_QUEUES_H_
