#include "client/cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>

namespace charley::cli {
namespace {

// A longer line is hard to read back from; below 20 columns words no longer fit.
constexpr int kWidestLine = 80;
constexpr int kNarrowestLine = 20;

}  // namespace

Terminal DescribeTerminal() {
  Terminal terminal;
  terminal.input = isatty(STDIN_FILENO) == 1;
  terminal.output = isatty(STDOUT_FILENO) == 1;
  winsize size = {};
  if (terminal.output && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) {
    terminal.columns = size.ws_col;
  }
  return terminal;
}

PageStyle StyleFor(const Terminal& terminal, const Environment& environment, bool no_color) {
  PageStyle style;
  style.colour = terminal.output && !no_color && environment("NO_COLOR").empty() &&
                 environment("TERM") != "dumb";
  style.width = terminal.output && terminal.columns > 0
                    ? std::clamp(terminal.columns, kNarrowestLine, kWidestLine)
                    : kWidestLine;
  return style;
}

}  // namespace charley::cli
