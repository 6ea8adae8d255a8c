// A backend that answers without any service.

#ifndef CHARLEY_TESTS_WEB_FAKE_BACKEND_H_
#define CHARLEY_TESTS_WEB_FAKE_BACKEND_H_

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/synchronization/mutex.h"
#include "absl/synchronization/notification.h"
#include "service/web/rpc_call.h"

namespace charley::web {

// Remembers its calls. Answers each at once with `result`, or holds it until it is cancelled.
// Thread-safe.
class FakeBackend : public Backend {
 public:
  std::unique_ptr<CallHandle> Start(RpcCall call, std::function<void(RpcResult)> done) override;

  // From now on, calls wait to be cancelled.
  void HoldCalls() { hold_ = true; }

  std::vector<RpcCall> calls() const;
  RpcResult result;              // set before the first call
  absl::Notification held;       // a call is being held
  absl::Notification cancelled;  // it was cancelled

 private:
  bool hold_ = false;
  mutable absl::Mutex mutex_;
  std::vector<RpcCall> calls_;
};

}  // namespace charley::web

#endif  // CHARLEY_TESTS_WEB_FAKE_BACKEND_H_
