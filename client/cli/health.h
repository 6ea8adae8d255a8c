// `charley health`.

#ifndef CHARLEY_CLIENT_CLI_HEALTH_H_
#define CHARLEY_CLIENT_CLI_HEALTH_H_

#include "client/cli/session.h"

namespace charley::cli {

// Says whether the service is serving. Returns 0 when it is, 78 (64 + UNAVAILABLE) when it answers
// that it is not, and 64 plus the code when the call failed.
int CheckHealth(Session& session);

}  // namespace charley::cli

#endif  // CHARLEY_CLIENT_CLI_HEALTH_H_
