// The whole client, short of the process it runs in.

#ifndef CHARLEY_CLIENT_CLI_RUN_H_
#define CHARLEY_CLIENT_CLI_RUN_H_

#include <string>
#include <vector>

#include "client/cli/console.h"
#include "client/cli/environment.h"

namespace charley::cli {

// Does what `arguments` (without the program's name) ask for. Returns the exit code.
int Run(const std::vector<std::string>& arguments, const Environment& environment,
        Console& console);

}  // namespace charley::cli

#endif  // CHARLEY_CLIENT_CLI_RUN_H_
