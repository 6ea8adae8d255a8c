#include "service/rpc/engine_holder.h"

#include <utility>

namespace charley::rpc {

std::shared_ptr<const answer::Engine> EngineHolder::Get() const { return engine_.load(); }

void EngineHolder::Set(std::shared_ptr<const answer::Engine> engine) {
  engine_.store(std::move(engine));
}

}  // namespace charley::rpc
