#include "service/web/content_type.h"

#include <array>
#include <string>

#include "absl/strings/ascii.h"

namespace charley::web {

namespace {

struct Name {
  absl::string_view name;
  ContentType type;
};

// The first name of each type is the one that responses carry.
constexpr std::array<Name, 8> kNames = {{
    {"application/json", {Protocol::kConnect, Codec::kJson}},
    {"application/proto", {Protocol::kConnect, Codec::kProto}},
    {"application/grpc-web+proto", {Protocol::kGrpcWeb, Codec::kProto}},
    {"application/grpc-web", {Protocol::kGrpcWeb, Codec::kProto}},
    {"application/grpc-web+json", {Protocol::kGrpcWeb, Codec::kJson}},
    {"application/grpc-web-text+proto", {Protocol::kGrpcWebText, Codec::kProto}},
    {"application/grpc-web-text", {Protocol::kGrpcWebText, Codec::kProto}},
    {"application/grpc-web-text+json", {Protocol::kGrpcWebText, Codec::kJson}},
}};

}  // namespace

absl::optional<ContentType> ParseContentType(absl::string_view field) {
  const std::string type =
      absl::AsciiStrToLower(absl::StripAsciiWhitespace(field.substr(0, field.find(';'))));
  for (const Name& known : kNames) {
    if (known.name == type) return known.type;
  }
  return absl::nullopt;
}

absl::string_view ContentTypeName(ContentType type) {
  for (const Name& known : kNames) {
    if (known.type.protocol == type.protocol && known.type.codec == type.codec) return known.name;
  }
  return kNames[0].name;
}

}  // namespace charley::web
