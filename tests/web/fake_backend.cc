#include "tests/web/fake_backend.h"

#include <utility>

namespace charley::web {
namespace {

class HeldCall : public CallHandle {
 public:
  HeldCall(absl::Notification& cancelled, std::function<void(RpcResult)> done)
      : cancelled_(cancelled), done_(std::move(done)) {}

  void Cancel() override {
    cancelled_.Notify();
    done_(Failure(Code::kCanceled, "cancelled"));
  }

 private:
  absl::Notification& cancelled_;
  std::function<void(RpcResult)> done_;
};

class AnsweredCall : public CallHandle {
  void Cancel() override {}
};

}  // namespace

std::unique_ptr<CallHandle> FakeBackend::Start(RpcCall call, std::function<void(RpcResult)> done) {
  {
    const absl::MutexLock lock(&mutex_);
    calls_.push_back(std::move(call));
  }
  if (hold_) {
    auto handle = std::make_unique<HeldCall>(cancelled, std::move(done));
    held.Notify();
    return handle;
  }
  done(result);
  return std::make_unique<AnsweredCall>();
}

std::vector<RpcCall> FakeBackend::calls() const {
  const absl::MutexLock lock(&mutex_);
  return calls_;
}

}  // namespace charley::web
