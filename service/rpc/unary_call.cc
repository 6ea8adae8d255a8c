#include "service/rpc/unary_call.h"

#include <grpcpp/impl/codegen/proto_utils.h>

#include "absl/time/clock.h"

namespace charley::rpc {
namespace {

using google::protobuf::MessageLite;

size_t CountMetadataBytes(const grpc::ServerContextBase& context) {
  size_t bytes = 0;
  for (const auto& [key, value] : context.client_metadata()) {
    bytes += MetadataBytes(key.size(), value.size());
  }
  return bytes;
}

bool Decode(const grpc::ByteBuffer& bytes, MessageLite& message) {
  grpc::ByteBuffer consumed = bytes;  // shares the bytes
  return grpc::SerializationTraits<MessageLite>::Deserialize(&consumed, &message).ok();
}

absl::optional<CallError> Answer(const ArrivedCall& call, MessageLite& request, Handler handler,
                                 CallRecord& record) {
  if (auto refused = RefuseBeforeWork(call.state)) return refused;
  if (!Decode(*call.request, request)) return MalformedRequest();
  return handler(*call.response, record);
}

}  // namespace

ArrivedCall Arrive(const grpc::ServerContextBase& context, const grpc::ByteBuffer& request,
                   grpc::ByteBuffer& response, Admission& admission) {
  CallState state;
  state.arrived = absl::Now();
  state.client_deadline = absl::FromChrono(context.deadline());
  state.is_admitted = admission.Admit();
  state.message_bytes = request.Length();
  state.metadata_bytes = CountMetadataBytes(context);
  return {state, &request, &response};
}

AnsweredCall AnswerCall(const ArrivedCall& call, absl::string_view method, MessageLite& request,
                        Handler handler) {
  AnsweredCall answered;
  CallRecord& record = answered.record;
  record.method = method;
  record.request_bytes = call.state.message_bytes;
  absl::optional<CallError> error = Answer(call, request, handler, record);
  const absl::Time answered_at = absl::Now();
  if (!error.has_value() && answered_at > DeadlineOf(call.state)) error = DeadlineExceeded();
  if (error.has_value()) {
    answered.status = error->status;
    record.code = error->status.error_code();
    record.reason = error->reason;
    record.reply = "";
  } else {
    record.response_bytes = call.response->Length();
  }
  record.time_needed = answered_at - call.state.arrived;
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
