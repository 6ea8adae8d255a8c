// The calls of one method: from gRPC, to an answer, and back.

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

  // Asks gRPC for the next call of the method, as the generated Request... does. Thread-safe.
  using AskFor = std::function<void(grpc::ServerContext& context, grpc::ByteBuffer& request,
                                    Writer& writer, grpc::ServerCompletionQueue& queue, void* tag)>;
  // Sets the response of a call and says how it ended. Thread-safe.
  using Answer = std::function<AnsweredCall(const ArrivedCall& call)>;

  // `frame` tells of each call before its reply is sent; what it names must outlive the queues.
  CallQueues(const CallFrame& frame, AskFor ask_for, Answer answer);
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
  const AskFor ask_for_;
  const Answer answer_;
  absl::Mutex mutex_;
  bool is_ending_ ABSL_GUARDED_BY(mutex_) = false;  // gRPC must not be asked for more
  std::vector<std::unique_ptr<Queue>> queues_;
  std::vector<std::thread> threads_;
};

// Threads for a machine: one a core, but two where there is one, since a long message must not
// stand before all others.
size_t AnsweringThreads();

// How a generated service with `Ask` taken as bytes asks for its calls. `service` must outlive it.
template <typename Service>
CallQueues::AskFor AskForCalls(Service& service) {
  return [&service](grpc::ServerContext& context, grpc::ByteBuffer& request,
                    CallQueues::Writer& writer, grpc::ServerCompletionQueue& queue, void* tag) {
    service.RequestAsk(&context, &request, &writer, &queue, &queue, tag);
  };
}

}  // namespace charley::rpc

#endif  // CHARLEY_SERVICE_RPC_CALL_QUEUES_H_
