#include "service/rpc/unary_call.h"

#include <grpcpp/impl/codegen/proto_utils.h>

#include "absl/time/clock.h"
#include "service/rpc/call_gate.h"

namespace charley::rpc {
namespace {

using google::protobuf::MessageLite;

// What HTTP/2 adds to the size of each header field.
constexpr size_t kHeaderOverhead = 32;

size_t CountMetadataBytes(const grpc::CallbackServerContext& context) {
  size_t bytes = 0;
  for (const auto& [key, value] : context.client_metadata()) {
    bytes += key.size() + value.size() + kHeaderOverhead;
  }
  return bytes;
}

CallState StateOf(const grpc::CallbackServerContext& context, absl::Time arrived,
                  size_t message_bytes) {
  CallState call;
  call.arrived = arrived;
  call.client_deadline = absl::FromChrono(context.deadline());
  call.is_cancelled = context.IsCancelled();
  call.message_bytes = message_bytes;
  call.metadata_bytes = CountMetadataBytes(context);
  return call;
}

bool Decode(const grpc::ByteBuffer& bytes, MessageLite& message) {
  grpc::ByteBuffer consumed = bytes;  // shares the bytes
  return grpc::SerializationTraits<MessageLite>::Deserialize(&consumed, &message).ok();
}

void Encode(const MessageLite& message, grpc::ByteBuffer& bytes) {
  bool owned = false;
  grpc::SerializationTraits<MessageLite>::Serialize(message, &bytes, &owned);
}

absl::optional<CallError> Answer(const CallState& call, const CallBytes& bytes,
                                 const CallMessages& messages, Handler handler,
                                 CallRecord& record) {
  if (auto refused = RefuseBeforeWork(call)) return refused;
  if (!Decode(bytes.request, messages.request)) return MalformedRequest();
  if (auto failed = handler(record)) return failed;
  if (absl::Now() > DeadlineOf(call)) return DeadlineExceeded();
  Encode(messages.response, bytes.response);
  return absl::nullopt;
}

}  // namespace

grpc::ServerUnaryReactor* AnswerCall(grpc::CallbackServerContext& context, absl::string_view method,
                                     CallBytes bytes, CallMessages messages, CallFrame frame,
                                     Handler handler) {
  const absl::Time arrived = absl::Now();
  CallRecord record;
  record.method = method;
  record.request_bytes = bytes.request.Length();
  CallState call = StateOf(context, arrived, record.request_bytes);
  call.is_admitted = frame.admission.Admit();
  const auto error = Answer(call, bytes, messages, handler, record);
  if (error.has_value()) {
    record.code = error->status.error_code();
    record.reason = error->reason;
    record.reply = "";
  } else {
    record.response_bytes = bytes.response.Length();
  }
  record.time_needed = absl::Now() - arrived;
  frame.observer.OnCall(record);
  grpc::ServerUnaryReactor* reactor = context.DefaultReactor();
  reactor->Finish(error.has_value() ? error->status : grpc::Status::OK);
  return reactor;
}

}  // namespace charley::rpc
