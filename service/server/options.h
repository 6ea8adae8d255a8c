// How charleyd is started.

#ifndef CHARLEY_SERVICE_SERVER_OPTIONS_H_
#define CHARLEY_SERVICE_SERVER_OPTIONS_H_

#include <iosfwd>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "service/server/http_listener.h"
#include "service/server/log.h"

namespace charley::server {

// What the service is told.
struct Options {
  std::string pack_path;                         // the compiled pack
  std::string grpc_address = "127.0.0.1:50051";  // HOST:PORT, or unix:PATH; port 0 picks a free one
  HttpOptions http;                              // with an empty address: no HTTP
  bool reflection = false;                       // whether gRPC reflection is served
  LogLevel log_level = LogLevel::kInfo;
};

// What came of a command line.
struct ParsedOptions {
  Options options;                // meaningful unless `exit_code` is set
  absl::optional<int> exit_code;  // set: nothing is left to do but to exit with it
};

// Where the pack is looked for when --pack is absent: the value of CHARLEY_PACK or, when that is
// null or empty, ../share/charley/packs/cramps.db from the folder of the program.
std::string DefaultPackPath(const char* environment_value, const std::string& program);

// Where the web files are looked for when --web-root is absent: ../share/charley/web from the
// folder of the program, or nowhere when there is no such folder.
std::string DefaultWebRoot(const std::string& program);

// Reads a command line. Help and version go to `out` with exit code 0; what is wrong with the
// command line goes to `err` with exit code 2.
ParsedOptions ParseOptions(int argc, const char* const* argv, const Options& defaults,
                           std::ostream& out, std::ostream& err);

}  // namespace charley::server

#endif  // CHARLEY_SERVICE_SERVER_OPTIONS_H_
