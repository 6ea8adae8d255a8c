// What the client's standard input and output are, and how output may look there.

#ifndef CHARLEY_CLIENT_CLI_TERMINAL_H_
#define CHARLEY_CLIENT_CLI_TERMINAL_H_

#include "client/cli/environment.h"
#include "client/cli/page.h"

namespace charley::cli {

// Facts about the process's standard streams.
struct Terminal {
  bool input = false;   // standard input is a terminal
  bool output = false;  // standard output is a terminal
  int columns = 0;      // of the output's terminal; 0 when it does not say
};

// Asks the system about standard input and output.
Terminal DescribeTerminal();

// How pages look. Colour is for a terminal alone, and not when `no_color`, NO_COLOR (no-color.org)
// or TERM=dumb says so. Lines are 80 columns, fewer on a narrower terminal, never under 20.
PageStyle StyleFor(const Terminal& terminal, const Environment& environment, bool no_color);

}  // namespace charley::cli

#endif  // CHARLEY_CLIENT_CLI_TERMINAL_H_
