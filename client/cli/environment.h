// The environment as the client reads it.

#ifndef CHARLEY_CLIENT_CLI_ENVIRONMENT_H_
#define CHARLEY_CLIENT_CLI_ENVIRONMENT_H_

#include <functional>
#include <string>

namespace charley::cli {

// The value of an environment variable; empty when it is unset. Passed in, so that nothing below
// `main` depends on the process it runs in.
using Environment = std::function<std::string(const std::string& name)>;

}  // namespace charley::cli

#endif  // CHARLEY_CLIENT_CLI_ENVIRONMENT_H_
