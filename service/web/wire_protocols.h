// From an HTTP request to a call, and from its result to an HTTP response: Connect and gRPC-Web.

#ifndef CHARLEY_SERVICE_WEB_WIRE_PROTOCOLS_H_
#define CHARLEY_SERVICE_WEB_WIRE_PROTOCOLS_H_

#include "absl/status/statusor.h"
#include "service/web/content_type.h"
#include "service/web/http_message.h"
#include "service/web/rpc_call.h"

namespace charley::web {

// What a request asks for, or the failure to answer it with at once.
struct DecodedCall {
  RpcCall call;
  RpcResult failure;  // code kOk: the call is to be made
};

// Decodes a request of that content type: the message, the metadata, the timeout. Never quotes the
// body in a failure.
DecodedCall DecodeCall(const HttpRequest& request, ContentType type);

// Encodes a result. Connect: HTTP status and error JSON, trailers as "trailer-" fields. gRPC-Web:
// HTTP 200 with the status in the body's last frame and nowhere else.
HttpResponse EncodeResult(const RpcResult& result, absl::string_view method, ContentType type);

// An answer to a call that is not made.
DecodedCall Refuse(Code code, std::string message);

// The parts, one protocol each.
DecodedCall DecodeConnect(const HttpRequest& request, Codec codec);
DecodedCall DecodeGrpcWeb(const HttpRequest& request, ContentType type);
HttpResponse EncodeConnect(const RpcResult& result, absl::string_view method, Codec codec);
HttpResponse EncodeGrpcWeb(const RpcResult& result, absl::string_view method, ContentType type);

}  // namespace charley::web

#endif  // CHARLEY_SERVICE_WEB_WIRE_PROTOCOLS_H_
