// What is refused before any work is done for it.

#ifndef CHARLEY_SERVICE_RPC_CALL_GATE_H_
#define CHARLEY_SERVICE_RPC_CALL_GATE_H_

#include <cstddef>

#include "absl/time/time.h"
#include "absl/types/optional.h"
#include "service/rpc/status_details.h"

namespace charley::rpc {

// A call as it arrived.
struct CallState {
  absl::Time arrived;                                   // when the service took it up
  absl::Time client_deadline = absl::InfiniteFuture();  // InfiniteFuture: the client set none
  bool is_admitted = true;                              // false: the service is stopping
  size_t message_bytes = 0;
  size_t metadata_bytes = 0;  // counted as HTTP/2 does: RFC 9113, section 6.5.2
};

// What a field of metadata counts.
size_t MetadataBytes(size_t name_bytes, size_t value_bytes);

// When the call has to be answered: the client's deadline, or the service's own if that is earlier.
absl::Time DeadlineOf(const CallState& call);

// Why nothing is done for the call; nothing when it may go on.
absl::optional<CallError> RefuseBeforeWork(const CallState& call);

}  // namespace charley::rpc

#endif  // CHARLEY_SERVICE_RPC_CALL_GATE_H_
