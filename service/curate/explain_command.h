// charley-curate explain: says why a pack answers as it does.

#ifndef CHARLEY_SERVICE_CURATE_EXPLAIN_COMMAND_H_
#define CHARLEY_SERVICE_CURATE_EXPLAIN_COMMAND_H_

#include "service/curate/command.h"

namespace charley::curate {

// Adds the subcommand to a command line.
void AddExplainCommand(CommandLine& line);

}  // namespace charley::curate

#endif  // CHARLEY_SERVICE_CURATE_EXPLAIN_COMMAND_H_
