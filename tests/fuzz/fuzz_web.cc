// What a browser sends is parsed without a fault, whatever it is. The first byte picks the content
// type, the second how much of the rest is header fields ("name: value" lines), and the remainder
// is the body.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"
#include "charley/v1/assistant.pb.h"
#include "service/web/wire_protocols.h"

namespace {

using charley::web::Codec;
using charley::web::ContentType;
using charley::web::Protocol;

constexpr ContentType kTypes[] = {{Protocol::kConnect, Codec::kJson},
                                  {Protocol::kConnect, Codec::kProto},
                                  {Protocol::kGrpcWeb, Codec::kProto},
                                  {Protocol::kGrpcWeb, Codec::kJson},
                                  {Protocol::kGrpcWebText, Codec::kProto}};

charley::web::Headers ParseHeaders(absl::string_view text) {
  charley::web::Headers headers;
  for (const absl::string_view line : absl::StrSplit(text, '\n')) {
    const size_t colon = line.find(':');
    if (colon == absl::string_view::npos) continue;
    headers.emplace_back(absl::AsciiStrToLower(line.substr(0, colon)),
                         std::string(absl::StripAsciiWhitespace(line.substr(colon + 1))));
  }
  return headers;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size < 2) return 0;
  const charley::v1::AskRequest keep_linked;
  const ContentType type = kTypes[data[0] % 5];
  const absl::string_view rest(reinterpret_cast<const char*>(data) + 2, size - 2);
  const size_t header_bytes = rest.size() * data[1] / 255;
  charley::web::HttpRequest request;
  request.method = "POST";
  request.path = "/charley.v1.AssistantService/Ask";
  request.headers = ParseHeaders(rest.substr(0, header_bytes));
  request.body = std::string(rest.substr(header_bytes));
  charley::web::ParseContentType(charley::web::FindHeader(request.headers, "content-type"));
  const auto decoded = charley::web::DecodeCall(request, type);
  charley::web::RpcResult result = decoded.failure;
  result.message = decoded.call.message;
  result.trailers = decoded.call.metadata;
  const auto response = charley::web::EncodeResult(result, request.path, type);
  if (response.body.empty() && result.code != charley::web::Code::kOk) std::abort();
  return 0;
}
