// What holds for the process as a whole.

#ifndef CHARLEY_SERVICE_SERVER_PROCESS_H_
#define CHARLEY_SERVICE_SERVER_PROCESS_H_

namespace charley::server {

// Settings of the libraries below that cost time or memory on every call. Call first in main,
// before there are threads.
//   Abseil: Debian builds it with the search for deadlocks, a tool of developers, switched on;
//     every lock of gRPC then keeps a graph. It is switched off.
//   The allocator: see allocator.h.
void PrepareProcess();

}  // namespace charley::server

#endif  // CHARLEY_SERVICE_SERVER_PROCESS_H_
