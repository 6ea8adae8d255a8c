// Unary gRPC-Web (grpc/grpc doc/PROTOCOL-WEB.md).

#include <utility>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "service/web/grpc_web_frames.h"
#include "service/web/json_codec.h"
#include "service/web/metadata.h"
#include "service/web/status_names.h"
#include "service/web/timeout.h"
#include "service/web/wire_protocols.h"

namespace charley::web {
namespace {

// The one message of a unary body.
DecodedCall DecodeMessage(absl::string_view body) {
  const absl::StatusOr<std::vector<Frame>> frames = ParseFrames(body);
  if (!frames.ok()) {
    return Refuse(Code::kInvalidArgument, std::string(frames.status().message()));
  }
  if (frames->size() != 1) {
    return Refuse(Code::kUnimplemented,
                  absl::StrCat("the method takes one message, the body holds ", frames->size()));
  }
  if ((frames->front().flags & kCompressedFlag) != 0) {
    return Refuse(Code::kInternal, "the message is compressed, and no grpc-encoding says how");
  }
  if (frames->front().flags != 0) {
    return Refuse(Code::kInvalidArgument, "the message's frame has an unknown flag");
  }
  DecodedCall decoded;
  decoded.call.message.assign(frames->front().payload.data(), frames->front().payload.size());
  return decoded;
}

// The last frame: status, message, details and trailing metadata as header lines.
std::string TrailerBlock(const RpcResult& result) {
  std::string block = absl::StrCat("grpc-status: ", static_cast<int>(result.code), "\r\n");
  if (!result.error.empty()) {
    absl::StrAppend(&block, "grpc-message: ", PercentEncode(result.error), "\r\n");
  }
  Headers fields;
  if (!result.details.empty()) {
    AppendMetadata({{"grpc-status-details-bin", result.details}}, "", fields);
  }
  AppendMetadata(result.trailers, "", fields);
  for (const auto& [name, value] : fields) absl::StrAppend(&block, name, ": ", value, "\r\n");
  return block;
}

// Replaces a JSON message by its protobuf encoding.
void ReadJson(absl::string_view path, DecodedCall& decoded) {
  const auto* method = FindMethod(path);
  if (method == nullptr) {
    decoded = Refuse(Code::kUnimplemented, "there is no such method");
    return;
  }
  absl::StatusOr<std::string> message = RequestFromJson(*method, decoded.call.message);
  if (message.ok()) {
    decoded.call.message = *std::move(message);
  } else {
    decoded = Refuse(Code::kInvalidArgument, std::string(message.status().message()));
  }
}

RpcResult WithJsonMessage(RpcResult result, absl::string_view path) {
  const auto* method = FindMethod(path);
  if (method == nullptr) return Failure(Code::kUnimplemented, "there is no such method");
  absl::StatusOr<std::string> json = ResponseToJson(*method, result.message);
  if (!json.ok()) return Failure(Code::kInternal, std::string(json.status().message()));
  result.message = *std::move(json);
  return result;
}

HttpResponse EncodeFrames(const RpcResult& result, ContentType type) {
  HttpResponse response;
  const absl::string_view name = ContentTypeName(type);
  response.headers.emplace_back("content-type", std::string(name));
  AppendMetadata(result.headers, "", response.headers);
  std::string body;
  if (result.code == Code::kOk) AppendFrame(0, result.message, body);
  AppendFrame(kTrailersFlag, TrailerBlock(result), body);
  response.body =
      type.protocol == Protocol::kGrpcWebText ? absl::Base64Escape(body) : std::move(body);
  return response;
}

}  // namespace

DecodedCall DecodeGrpcWeb(const HttpRequest& request, ContentType type) {
  const absl::string_view encoding = FindHeader(request.headers, "grpc-encoding");
  if (!encoding.empty() && encoding != "identity") {
    return Refuse(Code::kUnimplemented, "the message is compressed: send it as it is");
  }
  absl::optional<absl::Duration> timeout;
  const absl::string_view field = FindHeader(request.headers, "grpc-timeout");
  if (!field.empty()) {
    timeout = ParseGrpcTimeout(field);
    if (!timeout.has_value()) {
      return Refuse(Code::kInvalidArgument, "grpc-timeout is no number of 8 digits with a unit");
    }
  }
  const absl::StatusOr<std::string> body = type.protocol == Protocol::kGrpcWebText
                                               ? DecodeTextBody(request.body)
                                               : absl::StatusOr<std::string>(request.body);
  if (!body.ok()) return Refuse(Code::kInvalidArgument, std::string(body.status().message()));
  DecodedCall decoded = DecodeMessage(*body);
  decoded.call.timeout = timeout;
  if (type.codec == Codec::kJson && decoded.failure.code == Code::kOk) {
    ReadJson(request.path, decoded);
  }
  return decoded;
}

HttpResponse EncodeGrpcWeb(const RpcResult& result, absl::string_view method, ContentType type) {
  if (type.codec == Codec::kJson && result.code == Code::kOk) {
    return EncodeFrames(WithJsonMessage(result, method), type);
  }
  return EncodeFrames(result, type);
}

}  // namespace charley::web
