// What every command works with.

#ifndef CHARLEY_CLIENT_CLI_CONSOLE_H_
#define CHARLEY_CLIENT_CLI_CONSOLE_H_

#include <istream>
#include <ostream>

#include "client/cli/terminal.h"

namespace charley::cli {

// The three standard streams, and what they are connected to.
struct Console {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  Terminal terminal;
};

}  // namespace charley::cli

#endif  // CHARLEY_CLIENT_CLI_CONSOLE_H_
