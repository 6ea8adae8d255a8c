// What the subcommands of charley-curate share: a command line, and where its words go.

#ifndef CHARLEY_SERVICE_CURATE_COMMAND_H_
#define CHARLEY_SERVICE_CURATE_COMMAND_H_

#include <CLI/CLI.hpp>
#include <ostream>

#include "absl/status/status.h"

namespace charley::curate {

// Exit codes.
inline constexpr int kDone = 0;
inline constexpr int kFailed = 1;  // refused, or an error
inline constexpr int kUsage = 2;   // the command line cannot be understood

// One call of the program. Subcommands add themselves to `app`; the one that runs writes to `out`
// and `err` and sets `exit_code`. Refers to the streams, which must outlive it.
struct CommandLine {
  CommandLine(std::ostream& out_stream, std::ostream& err_stream)
      : out(out_stream), err(err_stream) {}

  CLI::App app;
  std::ostream& out;
  std::ostream& err;
  int exit_code = kDone;

  // Says what went wrong on `err`; the exit code becomes kFailed.
  void Fail(const absl::Status& status) {
    err << "charley-curate: " << status.message() << "\n";
    exit_code = kFailed;
  }
};

// Runs charley-curate and returns its exit code.
int RunCurate(int argc, const char* const* argv, std::ostream& out, std::ostream& err);

}  // namespace charley::curate

#endif  // CHARLEY_SERVICE_CURATE_COMMAND_H_
