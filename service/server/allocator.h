// The process's allocator.

#ifndef CHARLEY_SERVICE_SERVER_ALLOCATOR_H_
#define CHARLEY_SERVICE_SERVER_ALLOCATOR_H_

namespace charley::server {

// Settings of the allocator, before there are threads. It is jemalloc, which takes a third less
// time than glibc's for the many small strings of a reply; with sanitizers, which bring their own,
// whatever stands behind malloc.
void ConfigureAllocator();

// Returns to the system what was freed, for example after a pack was loaded, which frees as much as
// the engine keeps.
void ReturnFreedMemory();

}  // namespace charley::server

#endif  // CHARLEY_SERVICE_SERVER_ALLOCATOR_H_
