#include "service/web/grpc_web_frames.h"

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"

namespace charley::web {
namespace {

constexpr size_t kPrefix = 5;

uint32_t ReadLength(absl::string_view prefix) {
  uint32_t length = 0;
  for (size_t i = 1; i < kPrefix; ++i) {
    length = (length << 8) | static_cast<unsigned char>(prefix[i]);
  }
  return length;
}

}  // namespace

absl::StatusOr<std::vector<Frame>> ParseFrames(absl::string_view body) {
  std::vector<Frame> frames;
  while (!body.empty()) {
    if (body.size() < kPrefix) {
      return absl::InvalidArgumentError("the body ends within a frame's prefix");
    }
    const uint32_t length = ReadLength(body);
    const auto flags = static_cast<uint8_t>(body[0]);
    body.remove_prefix(kPrefix);
    if (length > body.size()) {
      return absl::InvalidArgumentError(
          absl::StrCat("a frame promises ", length, " bytes, ", body.size(), " follow"));
    }
    frames.push_back({flags, body.substr(0, length)});
    body.remove_prefix(length);
  }
  return frames;
}

void AppendFrame(uint8_t flags, absl::string_view payload, std::string& body) {
  body += static_cast<char>(flags);
  for (int shift = 24; shift >= 0; shift -= 8) {
    body += static_cast<char>(static_cast<uint8_t>(payload.size() >> shift));
  }
  body.append(payload.data(), payload.size());
}

absl::StatusOr<std::string> DecodeTextBody(absl::string_view body) {
  std::string decoded;
  while (!body.empty()) {
    const size_t padding = body.find('=');
    const size_t end = padding == absl::string_view::npos
                           ? body.size()
                           : std::min(body.find_first_not_of('=', padding), body.size());
    std::string piece;
    if (!absl::Base64Unescape(body.substr(0, end), &piece)) {
      return absl::InvalidArgumentError("the body is no base64");
    }
    decoded += piece;
    body.remove_prefix(end);
  }
  return decoded;
}

}  // namespace charley::web
