#include <malloc.h>

#include <algorithm>
#include <thread>

#include "service/server/allocator.h"

namespace charley::server {

// glibc keeps up to eight heaps a core, each with free memory of its own; here one a core.
void ConfigureAllocator() {
  const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
  mallopt(M_ARENA_MAX, static_cast<int>(cores));
}

void ReturnFreedMemory() { malloc_trim(0); }

}  // namespace charley::server
