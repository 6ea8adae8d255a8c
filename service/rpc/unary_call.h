// The frame around every call: limits, decoding, the handler, encoding, the record.

#ifndef CHARLEY_SERVICE_RPC_UNARY_CALL_H_
#define CHARLEY_SERVICE_RPC_UNARY_CALL_H_

#include <google/protobuf/message_lite.h>
#include <grpcpp/server_context.h>
#include <grpcpp/support/byte_buffer.h>
#include <grpcpp/support/server_callback.h>

#include "absl/functional/function_ref.h"
#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "service/rpc/admission.h"
#include "service/rpc/call_observer.h"
#include "service/rpc/status_details.h"

namespace charley::rpc {

// Fills the response of a call, or says why it fails. May set `CallRecord::reply`.
using Handler = absl::FunctionRef<absl::optional<CallError>(CallRecord& record)>;

// The bytes of one call.
struct CallBytes {
  const grpc::ByteBuffer& request;
  grpc::ByteBuffer& response;
};

// The messages of one call.
struct CallMessages {
  google::protobuf::MessageLite& request;
  const google::protobuf::MessageLite& response;
};

// What all calls share.
struct CallFrame {
  Admission& admission;
  CallObserver& observer;
};

// Answers one call at once, on gRPC's own thread: decodes `bytes.request` into `messages.request`,
// runs `handler`, and encodes what it left in `messages.response`. Calls that are late, cancelled,
// too large or malformed, or that come when the service stops, never reach the handler. Tells the
// observer of the call before the client gets its reply.
//
// The service takes calls as bytes, and not as messages, because gRPC answers bytes that do not
// decode with UNIMPLEMENTED and no details.
grpc::ServerUnaryReactor* AnswerCall(grpc::CallbackServerContext& context, absl::string_view method,
                                     CallBytes bytes, CallMessages messages, CallFrame frame,
                                     Handler handler);

}  // namespace charley::rpc

#endif  // CHARLEY_SERVICE_RPC_UNARY_CALL_H_
