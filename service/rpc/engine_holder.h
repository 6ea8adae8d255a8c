// The engine that answers now.

#ifndef CHARLEY_SERVICE_RPC_ENGINE_HOLDER_H_
#define CHARLEY_SERVICE_RPC_ENGINE_HOLDER_H_

#include <atomic>
#include <memory>

#include "service/answer/engine.h"

namespace charley::rpc {

// Holds one engine and swaps it in one step. A call takes the engine once and answers wholly from
// it; the old engine goes when its last call ends. Thread-safe; readers take no mutex.
class EngineHolder {
 public:
  // The engine, or null while no pack is loaded.
  std::shared_ptr<const answer::Engine> Get() const;

  // Replaces the engine.
  void Set(std::shared_ptr<const answer::Engine> engine);

 private:
  std::atomic<std::shared_ptr<const answer::Engine>> engine_;
};

}  // namespace charley::rpc

#endif  // CHARLEY_SERVICE_RPC_ENGINE_HOLDER_H_
