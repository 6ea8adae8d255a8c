// The frames of gRPC-Web: a flag byte, four bytes of length (big-endian), the payload.

#ifndef CHARLEY_SERVICE_WEB_GRPC_WEB_FRAMES_H_
#define CHARLEY_SERVICE_WEB_GRPC_WEB_FRAMES_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace charley::web {

// Flags of a frame.
inline constexpr uint8_t kCompressedFlag = 0x01;
inline constexpr uint8_t kTrailersFlag = 0x80;

// One frame; the payload points into the body that was parsed.
struct Frame {
  uint8_t flags = 0;
  absl::string_view payload;
};

// Cuts a body into frames. INVALID_ARGUMENT: it ends within a frame.
absl::StatusOr<std::vector<Frame>> ParseFrames(absl::string_view body);

// Adds one frame to a body.
void AppendFrame(uint8_t flags, absl::string_view payload, std::string& body);

// Decodes a text body: base64, in which padding may end any piece, not only the last.
// INVALID_ARGUMENT: it is no base64.
absl::StatusOr<std::string> DecodeTextBody(absl::string_view body);

}  // namespace charley::web

#endif  // CHARLEY_SERVICE_WEB_GRPC_WEB_FRAMES_H_
