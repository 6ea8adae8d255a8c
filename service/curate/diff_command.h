// charley-curate diff: compares two packs on labelled messages.

#ifndef CHARLEY_SERVICE_CURATE_DIFF_COMMAND_H_
#define CHARLEY_SERVICE_CURATE_DIFF_COMMAND_H_

#include "service/curate/command.h"

namespace charley::curate {

// Adds the subcommand to a command line.
void AddDiffCommand(CommandLine& line);

}  // namespace charley::curate

#endif  // CHARLEY_SERVICE_CURATE_DIFF_COMMAND_H_
