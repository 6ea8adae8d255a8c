// The frame around every call: limits, decoding, the handler, encoding, the record.

#ifndef CHARLEY_SERVICE_RPC_UNARY_CALL_H_
#define CHARLEY_SERVICE_RPC_UNARY_CALL_H_

#include <google/protobuf/message_lite.h>
#include <grpcpp/server_context.h>
#include <grpcpp/support/byte_buffer.h>

#include <string>

#include "absl/functional/function_ref.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "absl/types/optional.h"
#include "service/rpc/admission.h"
#include "service/rpc/call_gate.h"
#include "service/rpc/call_observer.h"
#include "service/rpc/status_details.h"

namespace charley::rpc {

// Sets the encoded response of a call, or says why it fails. May set `CallRecord::reply`.
using Handler =
    absl::FunctionRef<absl::optional<CallError>(grpc::ByteBuffer& response, CallRecord& record)>;

// A call that has arrived and is not answered yet. What it points to lives until its reply is sent.
struct ArrivedCall {
  CallState state;
  const grpc::ByteBuffer* request = nullptr;
  grpc::ByteBuffer* response = nullptr;
};

// A call that is answered and not finished yet.
struct AnsweredCall {
  grpc::Status status;
  CallRecord record;
};

// What all calls share.
struct CallFrame {
  Admission& admission;
  CallObserver& observer;
};

// Takes up a call. Counts it.
ArrivedCall Arrive(const grpc::ServerContextBase& context, const grpc::ByteBuffer& request,
                   grpc::ByteBuffer& response, Admission& admission);

// Answers a call: decodes its request into `request`, runs `handler`, and says how the call ended.
// Calls that are late, cancelled, too large or malformed, or that come when the service stops,
// never reach the handler.
//
// The service takes calls as bytes, and not as messages, because gRPC answers bytes that do not
// decode with UNIMPLEMENTED and no details.
AnsweredCall AnswerCall(const ArrivedCall& call, absl::string_view method,
                        google::protobuf::MessageLite& request, Handler handler);

// Sets an encoded response.
void SetResponse(const google::protobuf::MessageLite& message, grpc::ByteBuffer& response);
void SetResponse(const std::string& encoded, grpc::ByteBuffer& response);

}  // namespace charley::rpc

#endif  // CHARLEY_SERVICE_RPC_UNARY_CALL_H_
