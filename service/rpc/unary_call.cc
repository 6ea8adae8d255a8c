#include "service/rpc/unary_call.h"

#include <grpcpp/impl/codegen/proto_utils.h>

#include "absl/time/clock.h"
#include "service/rpc/call_gate.h"

namespace charley::rpc {
namespace {

using google::protobuf::MessageLite;

// What HTTP/2 adds to the size of each header field.
constexpr size_t kHeaderOverhead = 32;

size_t CountMetadataBytes(const grpc::ServerContextBase& context) {
  size_t bytes = 0;
  for (const auto& [key, value] : context.client_metadata()) {
    bytes += key.size() + value.size() + kHeaderOverhead;
  }
  return bytes;
}

CallState StateOf(const ArrivedCall& call) {
  CallState state;
  state.arrived = call.at;
  state.client_deadline = absl::FromChrono(call.context->deadline());
  state.is_admitted = call.is_admitted;
  state.message_bytes = call.request->Length();
  state.metadata_bytes = CountMetadataBytes(*call.context);
  return state;
}

bool Decode(const grpc::ByteBuffer& bytes, MessageLite& message) {
  grpc::ByteBuffer consumed = bytes;  // shares the bytes
  return grpc::SerializationTraits<MessageLite>::Deserialize(&consumed, &message).ok();
}

absl::optional<CallError> Answer(const ArrivedCall& call, MessageLite& request, Handler handler,
                                 CallRecord& record) {
  const CallState state = StateOf(call);
  if (auto refused = RefuseBeforeWork(state)) return refused;
  if (!Decode(*call.request, request)) return MalformedRequest();
  if (auto failed = handler(*call.response, record)) return failed;
  if (absl::Now() > DeadlineOf(state)) return DeadlineExceeded();
  return absl::nullopt;
}

}  // namespace

ArrivedCall Arrive(const grpc::ServerContextBase& context, const grpc::ByteBuffer& request,
                   grpc::ByteBuffer& response, Admission& admission) {
  return {&context, &request, &response, absl::Now(), admission.Admit()};
}

AnsweredCall AnswerCall(const ArrivedCall& call, absl::string_view method, MessageLite& request,
                        Handler handler) {
  AnsweredCall answered;
  CallRecord& record = answered.record;
  record.method = method;
  record.request_bytes = call.request->Length();
  if (const auto error = Answer(call, request, handler, record)) {
    answered.status = error->status;
    record.code = error->status.error_code();
    record.reason = error->reason;
    record.reply = "";
  } else {
    record.response_bytes = call.response->Length();
  }
  record.time_needed = absl::Now() - call.at;
  return answered;
}

void SetResponse(const MessageLite& message, grpc::ByteBuffer& response) {
  bool owned = false;
  grpc::SerializationTraits<MessageLite>::Serialize(message, &response, &owned);
}

void SetResponse(const std::string& encoded, grpc::ByteBuffer& response) {
  const grpc::Slice slice(encoded);
  response = grpc::ByteBuffer(&slice, 1);
}

}  // namespace charley::rpc
