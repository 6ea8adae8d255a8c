// charley-curate check: checks what curators wrote.

#ifndef CHARLEY_SERVICE_CURATE_CHECK_COMMAND_H_
#define CHARLEY_SERVICE_CURATE_CHECK_COMMAND_H_

#include "service/curate/command.h"

namespace charley::curate {

// Adds the subcommand to a command line.
void AddCheckCommand(CommandLine& line);

}  // namespace charley::curate

#endif  // CHARLEY_SERVICE_CURATE_CHECK_COMMAND_H_
