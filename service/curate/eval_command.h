// charley-curate eval: measures a pack on labelled messages.

#ifndef CHARLEY_SERVICE_CURATE_EVAL_COMMAND_H_
#define CHARLEY_SERVICE_CURATE_EVAL_COMMAND_H_

#include "service/curate/command.h"

namespace charley::curate {

// Adds the subcommand to a command line.
void AddEvalCommand(CommandLine& line);

}  // namespace charley::curate

#endif  // CHARLEY_SERVICE_CURATE_EVAL_COMMAND_H_
