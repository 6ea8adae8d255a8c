#include <grpc/support/log.h>

#include <csignal>
#include <cstdlib>
#include <iostream>

#include "client/cli/run.h"

int main(int argc, char** argv) {
  // A reader that stops reading ends the output, as it does for other programs that write to pipes.
  std::signal(SIGPIPE, SIG_DFL);
  // gRPC's own log says in many lines what one line on standard error says already.
  if (std::getenv("GRPC_VERBOSITY") == nullptr) gpr_set_log_function([](gpr_log_func_args*) {});
  const charley::cli::Environment environment = [](const std::string& name) {
    const char* const value = std::getenv(name.c_str());
    return std::string(value == nullptr ? "" : value);
  };
  charley::cli::Console console = {std::cin, std::cout, std::cerr,
                                   charley::cli::DescribeTerminal()};
  return charley::cli::Run({argv + 1, argv + argc}, environment, console);
}
