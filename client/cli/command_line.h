// Reading the command line, the environment and the config file.

#ifndef CHARLEY_CLIENT_CLI_COMMAND_LINE_H_
#define CHARLEY_CLIENT_CLI_COMMAND_LINE_H_

#include <string>
#include <vector>

#include "absl/types/optional.h"
#include "client/cli/environment.h"
#include "client/cli/options.h"

namespace charley::cli {

// What a command line comes to: options to run with, or a text to print and an exit code.
struct ParsedCommandLine {
  absl::optional<Options> options;
  int exit_code = 0;  // without options: 0 for --help and --version, 2 for a mistake
  std::string text;   // without options: for standard output when `exit_code` is 0, else for errors
};

// Reads `arguments` (without the program's name), then the variables CHARLEY_SERVER,
// CHARLEY_REGION, CHARLEY_TIMEOUT and so on, then `ConfigPath`. A mistake is named without
// repeating what was typed: it may be a patient's words.
ParsedCommandLine ParseCommandLine(const std::vector<std::string>& arguments,
                                   const Environment& environment);

// $XDG_CONFIG_HOME/charley/config.toml, or ~/.config/charley/config.toml; empty without a home.
std::string ConfigPath(const Environment& environment);

// A word of the command line's grammar, for checks of the manual and of shell completion.
struct Grammar {
  std::vector<std::string> commands;   // "ask"
  std::vector<std::string> options;    // "--server"
  std::vector<std::string> variables;  // "CHARLEY_SERVER"
};

// Every command, long option and environment variable that `ParseCommandLine` knows.
Grammar DescribeGrammar();

}  // namespace charley::cli

#endif  // CHARLEY_CLIENT_CLI_COMMAND_LINE_H_
