// What the libraries would log.

#ifndef CHARLEY_SERVICE_SERVER_LIBRARY_LOGS_H_
#define CHARLEY_SERVICE_SERVER_LIBRARY_LOGS_H_

#include "service/server/log.h"

namespace charley::server {

// Silences gRPC and protobuf, whose messages may quote what a client sent. At LogLevel::kDebug,
// gRPC's lines are told by the place in its source alone. Call it once, before gRPC is used: it
// holds for the whole process.
void SilenceLibraries(LogLevel least);

}  // namespace charley::server

#endif  // CHARLEY_SERVICE_SERVER_LIBRARY_LOGS_H_
