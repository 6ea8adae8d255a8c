// `charley ask`.

#ifndef CHARLEY_CLIENT_CLI_ASK_H_
#define CHARLEY_CLIENT_CLI_ASK_H_

#include "client/cli/session.h"

namespace charley::cli {

// Asks one question, given as words or on standard input, and writes the reply. Returns the exit
// code.
int Ask(Session& session);

}  // namespace charley::cli

#endif  // CHARLEY_CLIENT_CLI_ASK_H_
