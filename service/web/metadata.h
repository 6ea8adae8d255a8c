// HTTP header fields as gRPC metadata, and back.

#ifndef CHARLEY_SERVICE_WEB_METADATA_H_
#define CHARLEY_SERVICE_WEB_METADATA_H_

#include "absl/status/statusor.h"
#include "service/web/http_message.h"

namespace charley::web {

// The fields of a request that become metadata: all but those of HTTP and of the protocols
// themselves. Values of "-bin" keys are decoded from base64, a value a comma-separated piece.
// INVALID_ARGUMENT: such a value is no base64.
absl::StatusOr<Headers> RequestMetadata(const Headers& headers);

// Metadata as header fields, each name after `prefix`. Values of "-bin" keys are encoded in base64
// without padding.
void AppendMetadata(const Headers& metadata, absl::string_view prefix, Headers& headers);

}  // namespace charley::web

#endif  // CHARLEY_SERVICE_WEB_METADATA_H_
