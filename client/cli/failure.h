// Calls that failed.

#ifndef CHARLEY_CLIENT_CLI_FAILURE_H_
#define CHARLEY_CLIENT_CLI_FAILURE_H_

#include <grpcpp/support/status.h>

#include <string>

#include "absl/strings/string_view.h"

namespace charley::cli {

// A gRPC code by its name, for example "INVALID_ARGUMENT".
absl::string_view CodeName(grpc::StatusCode code);

// Whether the client could not reach a service at all. A service that says UNAVAILABLE itself
// sends details with it.
bool IsUnreachable(const grpc::Status& status);

// What failed, why, and what to do, in one printable line without "charley:" and without the safe
// line. `server` is the address that was called.
std::string DescribeFailure(const grpc::Status& status, const std::string& server);

// The message of a batch line's error: as the service sent it, or as `DescribeFailure` says it;
// always with a safe line.
std::string FailureMessage(const grpc::Status& status, const std::string& server);

}  // namespace charley::cli

#endif  // CHARLEY_CLIENT_CLI_FAILURE_H_
