// charley-curate build: makes a pack out of a folder.

#ifndef CHARLEY_SERVICE_CURATE_BUILD_COMMAND_H_
#define CHARLEY_SERVICE_CURATE_BUILD_COMMAND_H_

#include "service/curate/command.h"

namespace charley::curate {

// Adds the subcommand to a command line.
void AddBuildCommand(CommandLine& line);

}  // namespace charley::curate

#endif  // CHARLEY_SERVICE_CURATE_BUILD_COMMAND_H_
