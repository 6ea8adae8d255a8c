// Unary Connect (connectrpc.com/docs/protocol).

#include <google/protobuf/descriptor.h>
#include <google/protobuf/util/json_util.h>

#include <nlohmann/json.hpp>
#include <utility>

#include "absl/strings/escaping.h"
#include "absl/strings/strip.h"
#include "google/rpc/status.pb.h"
#include "service/web/json_codec.h"
#include "service/web/metadata.h"
#include "service/web/status_names.h"
#include "service/web/timeout.h"
#include "service/web/wire_protocols.h"

namespace charley::web {
namespace {

std::string Base64WithoutPadding(const std::string& bytes) {
  std::string encoded = absl::Base64Escape(bytes);
  while (!encoded.empty() && encoded.back() == '=') encoded.pop_back();
  return encoded;
}

nlohmann::json ErrorDetails(const std::string& details) {
  nlohmann::json list = nlohmann::json::array();
  google::rpc::Status status;
  if (!status.ParseFromString(details)) return list;
  for (const google::protobuf::Any& detail : status.details()) {
    const std::string& url = detail.type_url();
    list.push_back({{"type", url.substr(url.rfind('/') + 1)},
                    {"value", Base64WithoutPadding(detail.value())}});
  }
  return list;
}

std::string ErrorBody(const RpcResult& result) {
  nlohmann::json error;
  const absl::string_view name = ConnectName(result.code);
  error["code"] = std::string(name);
  if (!result.error.empty()) error["message"] = result.error;
  if (!result.details.empty()) error["details"] = ErrorDetails(result.details);
  return error.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

HttpResponse EncodeError(const RpcResult& result) {
  HttpResponse response;
  response.status = ConnectHttpStatus(result.code);
  response.headers.emplace_back("content-type", "application/json");
  AppendMetadata(result.headers, "", response.headers);
  AppendMetadata(result.trailers, "trailer-", response.headers);
  response.body = ErrorBody(result);
  return response;
}

}  // namespace

DecodedCall DecodeConnect(const HttpRequest& request, Codec codec) {
  const absl::string_view encoding = FindHeader(request.headers, "content-encoding");
  if (!encoding.empty() && encoding != "identity") {
    return Refuse(Code::kUnimplemented, "the body is compressed: send it as it is");
  }
  if (HasHeader(request.headers, "connect-protocol-version") &&
      FindHeader(request.headers, "connect-protocol-version") != "1") {
    return Refuse(Code::kInvalidArgument, "connect-protocol-version is not 1");
  }
  DecodedCall decoded;
  const absl::string_view timeout = FindHeader(request.headers, "connect-timeout-ms");
  if (!timeout.empty()) {
    decoded.call.timeout = ParseConnectTimeout(timeout);
    if (!decoded.call.timeout.has_value()) {
      return Refuse(Code::kInvalidArgument, "connect-timeout-ms is no number of at most 10 digits");
    }
  }
  if (codec == Codec::kProto) {
    decoded.call.message = request.body;
    return decoded;
  }
  const auto* method = FindMethod(request.path);
  if (method == nullptr) return Refuse(Code::kUnimplemented, "there is no such method");
  absl::StatusOr<std::string> message = RequestFromJson(*method, request.body);
  if (!message.ok()) {
    return Refuse(Code::kInvalidArgument, std::string(message.status().message()));
  }
  decoded.call.message = *std::move(message);
  return decoded;
}

HttpResponse EncodeConnect(const RpcResult& result, absl::string_view method, Codec codec) {
  if (result.code != Code::kOk) return EncodeError(result);
  HttpResponse response;
  const absl::string_view type = ContentTypeName({Protocol::kConnect, codec});
  response.headers.emplace_back("content-type", std::string(type));
  AppendMetadata(result.headers, "", response.headers);
  AppendMetadata(result.trailers, "trailer-", response.headers);
  if (codec == Codec::kProto) {
    response.body = result.message;
    return response;
  }
  const auto* descriptor = FindMethod(method);
  absl::StatusOr<std::string> json = descriptor == nullptr
                                         ? absl::InternalError("the method vanished")
                                         : ResponseToJson(*descriptor, result.message);
  if (!json.ok()) {
    return EncodeError(Failure(Code::kInternal, std::string(json.status().message())));
  }
  response.body = *std::move(json);
  return response;
}

}  // namespace charley::web
