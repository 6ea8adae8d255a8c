#include "service/rpc/call_queues.h"

#include <algorithm>
#include <utility>

#include "absl/time/time.h"
#include "absl/types/optional.h"
#include "service/answer/limits.h"

namespace charley::rpc {
namespace {

// Takes an event that is there, and waits for none.
bool TakeWaiting(grpc::CompletionQueue& queue, void*& tag, bool& ok) {
  return queue.AsyncNext(&tag, &ok, gpr_time_0(GPR_CLOCK_REALTIME)) ==
         grpc::CompletionQueue::GOT_EVENT;
}

}  // namespace

// A call, from when gRPC is asked for it until its reply is sent. gRPC's queue holds it by its
// address, as a tag, whenever none of our threads does.
struct CallQueues::Call {
  explicit Call(const Method& asked_for) : method(asked_for) {}

  const Method& method;
  absl::optional<grpc::ServerContext> context;
  absl::optional<Writer> writer;
  grpc::ByteBuffer request;
  grpc::ByteBuffer response;
  ArrivedCall arrived;
  AnsweredCall answered;
  bool is_sent = false;
};

size_t AnsweringThreads() { return std::max(2U, std::thread::hardware_concurrency()); }

CallQueues::CallQueues(const CallFrame& frame, std::vector<Method> methods)
    : frame_(frame), methods_(std::move(methods)) {}

CallQueues::~CallQueues() { Stop(); }

void CallQueues::AddTo(grpc::ServerBuilder& builder, size_t threads) {
  for (size_t i = 0; i < threads; ++i) queues_.push_back(builder.AddCompletionQueue());
}

void CallQueues::Start() {
  for (const auto& queue : queues_) {
    for (const Method& method : methods_) {
      for (size_t i = 0; i < method.asked_for_ahead; ++i) {
        AskForOne(*queue, std::make_unique<Call>(method));
      }
    }
    threads_.emplace_back([this, &queue] { Run(*queue); });
  }
}

void CallQueues::Stop() {
  {
    const absl::MutexLock lock(&mutex_);
    if (std::exchange(is_ending_, true)) return;
    for (const auto& queue : queues_) queue->Shutdown();
  }
  if (threads_.empty()) {  // never started: gRPC wants each queue to be emptied all the same
    for (const auto& queue : queues_) Run(*queue);
  }
  for (std::thread& thread : threads_) thread.join();
}

void CallQueues::AskForOne(Queue& queue, std::unique_ptr<Call> call) {
  call->writer.reset();
  call->context.emplace();
  call->writer.emplace(&*call->context);
  call->request.Clear();
  call->response.Clear();
  call->is_sent = false;
  const absl::ReaderMutexLock lock(&mutex_);
  if (is_ending_) return;
  Call* const tag = call.release();
  tag->method.ask_for(*tag->context, tag->request, *tag->writer, queue, tag);
}

void CallQueues::Run(Queue& queue) {
  Calls calls;
  while (TakeReady(queue, calls)) AnswerAll(calls);
}

bool CallQueues::TakeReady(Queue& queue, Calls& calls) {
  void* tag = nullptr;
  bool ok = false;
  if (!queue.Next(&tag, &ok)) return false;
  const auto take_more = [&] { return TakeWaiting(queue, tag, ok); };
  do {
    TakeEvent(queue, tag, ok, calls);
    // With a call at hand gRPC is asked again when it knew of no other: it may have read some just
    // then, of another connection, and tells of them the next time.
  } while (calls.size() < limits::kMostRepliesInBurst &&
           (take_more() || (!calls.empty() && take_more())));
  return true;
}

void CallQueues::TakeEvent(Queue& queue, void* tag, bool ok, Calls& calls) {
  std::unique_ptr<Call> call(static_cast<Call*>(tag));
  if (call->is_sent) return AskForOne(queue, std::move(call));
  if (!ok) return;  // the server ends: no call came
  call->arrived = Arrive(*call->context, call->request, call->response, frame_.admission);
  calls.push_back(std::move(call));
}

void CallQueues::AnswerAll(Calls& calls) {
  // A short message must not wait for a long one, and no reply for the work on one.
  const auto is_short = [](const std::unique_ptr<Call>& call) {
    return call->arrived.state.message_bytes <= limits::kShortRequestBytes;
  };
  std::stable_partition(calls.begin(), calls.end(), is_short);
  Calls ready;
  absl::Time begun;
  for (std::unique_ptr<Call>& call : calls) {
    if (!is_short(call)) Send(ready);
    call->answered = call->method.answer(call->arrived);
    const absl::Time now = call->arrived.state.arrived + call->answered.record.time_needed;
    if (ready.empty()) begun = now;
    ready.push_back(std::move(call));
    if (now - begun >= absl::Microseconds(limits::kReplyBurstMicroseconds)) Send(ready);
  }
  calls.clear();
  Send(ready);
}

// First all records, then all replies: what each takes stays at hand.
void CallQueues::Send(Calls& calls) {
  std::vector<CallRecord> records;
  records.reserve(calls.size());
  for (const std::unique_ptr<Call>& call : calls) records.push_back(call->answered.record);
  if (!records.empty()) frame_.observer.OnCalls(records);
  for (std::unique_ptr<Call>& call : calls) {
    Call* const tag = call.release();
    tag->is_sent = true;
    tag->writer->Finish(tag->response, tag->answered.status, tag);
  }
  calls.clear();
}

}  // namespace charley::rpc
