// Whether calls are taken.

#ifndef CHARLEY_SERVICE_RPC_ADMISSION_H_
#define CHARLEY_SERVICE_RPC_ADMISSION_H_

#include <atomic>
#include <cstdint>

namespace charley::rpc {

// Open until the service stops. gRPC 1.51 ends a call that arrives while it shuts down with
// CANCELLED, which a client may not repeat; so the service first refuses new calls itself, with
// UNAVAILABLE, and shuts gRPC down once no more come. Thread-safe.
class Admission {
 public:
  // Counts an arriving call. False: it must be refused.
  bool Admit() {
    arrivals_.fetch_add(1, std::memory_order_relaxed);
    return is_open_.load(std::memory_order_relaxed);
  }

  // Refuses every call from now on.
  void Close() { is_open_ = false; }

  // How many calls have arrived so far, refused ones included.
  int64_t arrivals() const { return arrivals_; }

 private:
  std::atomic<bool> is_open_ = true;
  std::atomic<int64_t> arrivals_ = 0;
};

}  // namespace charley::rpc

#endif  // CHARLEY_SERVICE_RPC_ADMISSION_H_
