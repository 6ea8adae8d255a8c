// Status codes in the words of each protocol.

#ifndef CHARLEY_SERVICE_WEB_STATUS_NAMES_H_
#define CHARLEY_SERVICE_WEB_STATUS_NAMES_H_

#include <string>

#include "absl/strings/string_view.h"
#include "service/web/rpc_call.h"

namespace charley::web {

// Connect's name of a code, for example "invalid_argument".
absl::string_view ConnectName(Code code);

// The HTTP status that Connect gives a code (connectrpc.com/docs/protocol, "Error codes").
int ConnectHttpStatus(Code code);

// A status message as grpc-message carries it: percent-encoded but for printable ASCII.
std::string PercentEncode(absl::string_view message);

}  // namespace charley::web

#endif  // CHARLEY_SERVICE_WEB_STATUS_NAMES_H_
