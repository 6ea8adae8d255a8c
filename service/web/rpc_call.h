// One unary RPC, between the protocols that browsers speak and the gRPC handlers.

#ifndef CHARLEY_SERVICE_WEB_RPC_CALL_H_
#define CHARLEY_SERVICE_WEB_RPC_CALL_H_

#include <functional>
#include <memory>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "absl/types/optional.h"
#include "service/web/http_message.h"

namespace charley::web {

// Status codes of gRPC, which Connect shares (grpc.io, "Status codes").
enum class Code {
  kOk = 0,
  kCanceled = 1,
  kUnknown = 2,
  kInvalidArgument = 3,
  kDeadlineExceeded = 4,
  kNotFound = 5,
  kAlreadyExists = 6,
  kPermissionDenied = 7,
  kResourceExhausted = 8,
  kFailedPrecondition = 9,
  kAborted = 10,
  kOutOfRange = 11,
  kUnimplemented = 12,
  kInternal = 13,
  kUnavailable = 14,
  kDataLoss = 15,
  kUnauthenticated = 16,
};

// A call as the handlers see it.
struct RpcCall {
  std::string method;                      // "/charley.v1.AssistantService/Ask"
  std::string message;                     // the request in protobuf encoding
  Headers metadata;                        // values of "-bin" keys are raw bytes
  absl::optional<absl::Duration> timeout;  // none: the service's own deadline
};

// What became of a call.
struct RpcResult {
  Code code = Code::kOk;
  std::string error;    // message of a status that is not OK
  std::string details;  // google.rpc.Status in protobuf encoding; may be empty
  std::string message;  // the response in protobuf encoding
  Headers headers;      // initial metadata; values of "-bin" keys are raw bytes
  Headers trailers;     // trailing metadata, likewise
};

// A result that the door itself makes: the message gets the safe line.
RpcResult Failure(Code code, absl::string_view message);

// A call under way. Destroying it leaves the call alone.
class CallHandle {
 public:
  virtual ~CallHandle() = default;
  // Asks for cancellation; the callback still comes, once.
  virtual void Cancel() = 0;
};

// Where calls go. Thread-safe.
class Backend {
 public:
  virtual ~Backend() = default;
  // Starts a call. `done` runs once, on any thread, perhaps before Start returns.
  virtual std::unique_ptr<CallHandle> Start(RpcCall call, std::function<void(RpcResult)> done) = 0;
};

}  // namespace charley::web

#endif  // CHARLEY_SERVICE_WEB_RPC_CALL_H_
