// The access log.

#ifndef CHARLEY_SERVICE_SERVER_CALL_LOG_H_
#define CHARLEY_SERVICE_SERVER_CALL_LOG_H_

#include "service/rpc/call_observer.h"
#include "service/server/log.h"

namespace charley::server {

// Writes one line, of level info and event "call", for each call. Thread-safe.
class CallLog final : public rpc::CallObserver {
 public:
  // `log` must outlive it.
  explicit CallLog(const Log& log) : log_(log) {}

  void OnCalls(absl::Span<const rpc::CallRecord> records) override;

 private:
  const Log& log_;
};

}  // namespace charley::server

#endif  // CHARLEY_SERVICE_SERVER_CALL_LOG_H_
