// The frame around every call: limits, decoding, the handler, encoding, the record.

#ifndef CHARLEY_SERVICE_RPC_UNARY_CALL_H_
#define CHARLEY_SERVICE_RPC_UNARY_CALL_H_

#include <google/protobuf/message_lite.h>
#include <grpcpp/server_context.h>
#include <grpcpp/support/byte_buffer.h>
#include <grpcpp/support/server_callback.h>

#include "absl/functional/function_ref.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "absl/types/optional.h"
#include "service/rpc/admission.h"
#include "service/rpc/call_observer.h"
#include "service/rpc/status_details.h"

namespace charley::rpc {

// Fills the response of a call, or says why it fails. May set `CallRecord::reply`.
using Handler = absl::FunctionRef<absl::optional<CallError>(CallRecord& record)>;

// A call that has arrived and is not answered yet. gRPC owns what it points to, until `reactor` is
// finished.
struct ArrivedCall {
  const grpc::CallbackServerContext* context;
  const grpc::ByteBuffer* request;
  grpc::ByteBuffer* response;
  grpc::ServerUnaryReactor* reactor;
  absl::Time at;
  bool is_admitted;
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

// Takes up a call. Counts it.
ArrivedCall Arrive(grpc::CallbackServerContext& context, const grpc::ByteBuffer& request,
                   grpc::ByteBuffer& response, Admission& admission);

// Answers a call: decodes its request into `messages.request`, runs `handler`, encodes what that
// left in `messages.response`, and says how the call ended, with which its reactor is to be
// finished. Calls that are late, cancelled, too large or malformed, or that come when the service
// stops, never reach the handler. Tells the observer of the call before the client gets its reply.
//
// The service takes calls as bytes, and not as messages, because gRPC answers bytes that do not
// decode with UNIMPLEMENTED and no details.
grpc::Status AnswerCall(const ArrivedCall& call, absl::string_view method, CallMessages messages,
                        CallObserver& observer, Handler handler);

}  // namespace charley::rpc

#endif  // CHARLEY_SERVICE_RPC_UNARY_CALL_H_
