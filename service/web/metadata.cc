#include "service/web/metadata.h"

#include <algorithm>
#include <array>

#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"

namespace charley::web {
namespace {

// Fields that belong to the hop or to the protocol. "cookie" and "authorization" are left out too:
// the service has no use for them.
constexpr std::array<absl::string_view, 24> kNotMetadata = {"accept",
                                                            "accept-charset",
                                                            "accept-encoding",
                                                            "accept-language",
                                                            "authorization",
                                                            "connection",
                                                            "content-encoding",
                                                            "content-length",
                                                            "content-type",
                                                            "cookie",
                                                            "dnt",
                                                            "expect",
                                                            "host",
                                                            "keep-alive",
                                                            "origin",
                                                            "pragma",
                                                            "priority",
                                                            "proxy-connection",
                                                            "referer",
                                                            "te",
                                                            "trailer",
                                                            "transfer-encoding",
                                                            "upgrade",
                                                            "user-agent"};

constexpr std::array<absl::string_view, 6> kNotMetadataPrefixes = {
    "access-control-", "connect-", "grpc-", "sec-", "x-grpc-web", "x-user-agent"};

bool IsMetadata(absl::string_view name) {
  if (name.empty() || name[0] == ':') return false;
  if (std::find(kNotMetadata.begin(), kNotMetadata.end(), name) != kNotMetadata.end()) return false;
  return std::none_of(kNotMetadataPrefixes.begin(), kNotMetadataPrefixes.end(),
                      [&](absl::string_view prefix) { return absl::StartsWith(name, prefix); });
}

std::string EncodeBinary(absl::string_view bytes) {
  std::string encoded = absl::Base64Escape(bytes);
  while (!encoded.empty() && encoded.back() == '=') encoded.pop_back();
  return encoded;
}

absl::Status AppendBinary(const std::string& name, absl::string_view value, Headers& metadata) {
  for (const absl::string_view piece : absl::StrSplit(value, ',')) {
    std::string bytes;
    if (!absl::Base64Unescape(absl::StripAsciiWhitespace(piece), &bytes)) {
      return absl::InvalidArgumentError(
          absl::StrCat("the header field ", name, " is no base64: encode it"));
    }
    metadata.emplace_back(name, std::move(bytes));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Headers> RequestMetadata(const Headers& headers) {
  Headers metadata;
  for (const auto& [name, value] : headers) {
    if (!IsMetadata(name)) continue;
    if (!absl::EndsWith(name, "-bin")) {
      metadata.emplace_back(name, value);
      continue;
    }
    const absl::Status status = AppendBinary(name, value, metadata);
    if (!status.ok()) return status;
  }
  return metadata;
}

void AppendMetadata(const Headers& metadata, absl::string_view prefix, Headers& headers) {
  for (const auto& [name, value] : metadata) {
    headers.emplace_back(absl::StrCat(prefix, name),
                         absl::EndsWith(name, "-bin") ? EncodeBinary(value) : value);
  }
}

}  // namespace charley::web
