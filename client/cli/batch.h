// `charley batch`.

#ifndef CHARLEY_CLIENT_CLI_BATCH_H_
#define CHARLEY_CLIENT_CLI_BATCH_H_

#include "client/cli/session.h"

namespace charley::cli {

// Asks every line of a file or of standard input, several at a time, and writes one line for each,
// in the order of the input and as soon as it is known. Blank lines are skipped. Only a region that
// was chosen is sent: the same input gives the same output in any locale. Returns 0 when every line
// was asked or refused; 64 plus UNAVAILABLE when the service could not be reached for some; 1 when
// the file cannot be read or the output not written.
int Batch(Session& session);

}  // namespace charley::cli

#endif  // CHARLEY_CLIENT_CLI_BATCH_H_
