#include "service/server/process.h"

#include "absl/synchronization/mutex.h"
#include "service/server/allocator.h"

namespace charley::server {

void PrepareProcess() {
  absl::SetMutexDeadlockDetectionMode(absl::OnDeadlockCycle::kIgnore);
  ConfigureAllocator();
}

}  // namespace charley::server
