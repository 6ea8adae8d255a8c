// The grammar of the command line.

#ifndef CHARLEY_CLIENT_CLI_GRAMMAR_H_
#define CHARLEY_CLIENT_CLI_GRAMMAR_H_

#include <CLI/App.hpp>

#include "client/cli/options.h"

namespace charley::cli {

// A setting that the environment and the config file can give too.
struct Setting {
  const char* option;    // "--server"
  const char* variable;  // "CHARLEY_SERVER"
  const char* key;       // "server", in the config file
};

inline constexpr Setting kSettings[] = {
    {"--server", "CHARLEY_SERVER", "server"},
    {"--region", "CHARLEY_REGION", "region"},
    {"--timeout", "CHARLEY_TIMEOUT", "timeout"},
    {"--json", "CHARLEY_JSON", "json"},
    {"--explain", "CHARLEY_EXPLAIN", "explain"},
    {"--no-color", "CHARLEY_NO_COLOR", "no-color"},
    {"--exit-code", "CHARLEY_EXIT_CODE", "exit-code"},
    {"--history", "CHARLEY_HISTORY", "history"},
};

// Adds every command and option to `app`. Parsing with `app` then writes into `options`, which must
// outlive it.
void BuildGrammar(CLI::App& app, Options& options);

}  // namespace charley::cli

#endif  // CHARLEY_CLIENT_CLI_GRAMMAR_H_
