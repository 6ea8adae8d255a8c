#include "service/rpc/call_gate.h"

#include <algorithm>

#include "service/answer/limits.h"

namespace charley::rpc {

absl::Time DeadlineOf(const CallState& call) {
  return std::min(call.client_deadline,
                  call.arrived + absl::Milliseconds(limits::kCallDeadlineMilliseconds));
}

absl::optional<CallError> RefuseBeforeWork(const CallState& call) {
  if (call.client_deadline <= call.arrived) return DeadlineExceeded();
  if (!call.is_admitted) return ServiceStopping();
  if (call.metadata_bytes > static_cast<size_t>(limits::kMostMetadataBytes)) {
    return MetadataTooLarge(call.metadata_bytes);
  }
  if (call.message_bytes > static_cast<size_t>(limits::kMostMessageBytes)) {
    return MessageTooLarge(call.message_bytes);
  }
  return absl::nullopt;
}

}  // namespace charley::rpc
