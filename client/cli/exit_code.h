// What the program returns to the shell.

#ifndef CHARLEY_CLIENT_CLI_EXIT_CODE_H_
#define CHARLEY_CLIENT_CLI_EXIT_CODE_H_

namespace charley::cli {

inline constexpr int kExitAnswered = 0;
inline constexpr int kExitLocalFailure = 1;  // a file cannot be read or output cannot be written
inline constexpr int kExitUsage = 2;
inline constexpr int kExitEscalated = 10;   // with --exit-code
inline constexpr int kExitNotCovered = 11;  // with --exit-code
inline constexpr int kExitRpcBase = 64;     // plus the gRPC status code

}  // namespace charley::cli

#endif  // CHARLEY_CLIENT_CLI_EXIT_CODE_H_
