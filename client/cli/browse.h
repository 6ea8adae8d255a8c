// `charley topics`, `charley topic ID` and `charley source ID`.

#ifndef CHARLEY_CLIENT_CLI_BROWSE_H_
#define CHARLEY_CLIENT_CLI_BROWSE_H_

#include "client/cli/session.h"

namespace charley::cli {

// Each writes what the service has, and returns the exit code.
int ListTopics(Session& session);
int ShowTopic(Session& session);
int ShowSource(Session& session);

}  // namespace charley::cli

#endif  // CHARLEY_CLIENT_CLI_BROWSE_H_
