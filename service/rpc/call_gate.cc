#include "service/rpc/call_gate.h"

#include <algorithm>

#include "service/answer/limits.h"

namespace charley::rpc {

size_t MetadataBytes(size_t name_bytes, size_t value_bytes) {
  constexpr size_t kOverhead = 32;  // RFC 9113, section 6.5.2
  return name_bytes + value_bytes + kOverhead;
}

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
