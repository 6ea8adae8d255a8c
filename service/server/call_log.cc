#include "service/server/call_log.h"

namespace charley::server {

void CallLog::OnCall(const rpc::CallRecord& record) {
  log_.Write(LogLevel::kInfo, "call",
             {{"method", record.method},
              {"code", static_cast<int64_t>(record.code)},
              {"reason", record.reason},
              {"reply", record.reply},
              {"request_bytes", static_cast<int64_t>(record.request_bytes)},
              {"response_bytes", static_cast<int64_t>(record.response_bytes)},
              {"microseconds", absl::ToInt64Microseconds(record.time_needed)}});
}

}  // namespace charley::server
