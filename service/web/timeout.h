// Deadlines as clients send them.

#ifndef CHARLEY_SERVICE_WEB_TIMEOUT_H_
#define CHARLEY_SERVICE_WEB_TIMEOUT_H_

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "absl/types/optional.h"

namespace charley::web {

// Reads a grpc-timeout field: 1 to 8 digits and a unit (H, M, S, m, u, n). None when it is anything
// else.
absl::optional<absl::Duration> ParseGrpcTimeout(absl::string_view field);

// Reads a connect-timeout-ms field: 1 to 10 digits. None when it is anything else.
absl::optional<absl::Duration> ParseConnectTimeout(absl::string_view field);

}  // namespace charley::web

#endif  // CHARLEY_SERVICE_WEB_TIMEOUT_H_
