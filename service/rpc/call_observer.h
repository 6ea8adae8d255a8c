// What the service tells of its calls.

#ifndef CHARLEY_SERVICE_RPC_CALL_OBSERVER_H_
#define CHARLEY_SERVICE_RPC_CALL_OBSERVER_H_

#include <grpcpp/support/status.h>

#include <cstddef>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "absl/types/span.h"

namespace charley::rpc {

// One call, after it was answered. Holds nothing that a client sent: no words, no ids, no address.
struct CallRecord {
  absl::string_view method;  // for example "Ask"
  grpc::StatusCode code = grpc::StatusCode::OK;
  absl::string_view reason;    // of the ErrorInfo; empty when the call succeeded
  absl::string_view reply;     // which kind of reply Ask gave, for example "answer"; else empty
  size_t request_bytes = 0;    // of the encoded request
  size_t response_bytes = 0;   // of the encoded response
  absl::Duration time_needed;  // from when a thread took the call up to the reply
};

// Is told of every call: for access logs and metrics. Thread-safe; called on gRPC's threads, so it
// must not block.
class CallObserver {
 public:
  virtual ~CallObserver() = default;
  // Calls that were answered one after another.
  virtual void OnCalls(absl::Span<const CallRecord> records) = 0;
};

}  // namespace charley::rpc

#endif  // CHARLEY_SERVICE_RPC_CALL_OBSERVER_H_
