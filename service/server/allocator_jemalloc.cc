#include <jemalloc/jemalloc.h>

#include "absl/strings/str_cat.h"
#include "service/server/allocator.h"

// jemalloc reads its settings from this name, before main begins. One arena, since every arena
// keeps free memory of its own, and each thread has a cache before it. What is free goes back to
// the system within a tenth of a second.
const char* malloc_conf = "narenas:1,dirty_decay_ms:100,muzzy_decay_ms:0";

namespace charley::server {

void ConfigureAllocator() {}  // done by malloc_conf, which is linked in with it

void ReturnFreedMemory() {
  const std::string purge = absl::StrCat("arena.", MALLCTL_ARENAS_ALL, ".purge");
  mallctl(purge.c_str(), nullptr, nullptr, nullptr, 0);
}

}  // namespace charley::server
