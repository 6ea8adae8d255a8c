#include "service/server/call_log.h"

namespace charley::server {

void CallLog::OnCalls(absl::Span<const rpc::CallRecord> records) {
  LogLines lines(log_);
  for (const rpc::CallRecord& record : records) {
    lines.Add(LogLevel::kInfo, "call",
              {{"method", record.method},
               {"code", static_cast<int64_t>(record.code)},
               {"reason", record.reason},
               {"reply", record.reply},
               {"request_bytes", static_cast<int64_t>(record.request_bytes)},
               {"response_bytes", static_cast<int64_t>(record.response_bytes)},
               {"microseconds", absl::ToInt64Microseconds(record.time_needed)}});
  }
}

}  // namespace charley::server
