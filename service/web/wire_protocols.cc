#include "service/web/wire_protocols.h"

#include <utility>

#include "service/web/metadata.h"

namespace charley::web {

DecodedCall Refuse(Code code, std::string message) {
  DecodedCall decoded;
  decoded.failure = Failure(code, std::move(message));
  return decoded;
}

DecodedCall DecodeCall(const HttpRequest& request, ContentType type) {
  DecodedCall decoded = type.protocol == Protocol::kConnect ? DecodeConnect(request, type.codec)
                                                            : DecodeGrpcWeb(request, type);
  if (decoded.failure.code != Code::kOk) return decoded;
  if (decoded.call.timeout.has_value() && *decoded.call.timeout <= absl::ZeroDuration()) {
    return Refuse(Code::kDeadlineExceeded, "the deadline was over when the call arrived");
  }
  decoded.call.method = request.path;
  absl::StatusOr<Headers> metadata = RequestMetadata(request.headers);
  if (metadata.ok()) {
    decoded.call.metadata = *std::move(metadata);
  } else {
    decoded.failure = Failure(Code::kInvalidArgument, std::string(metadata.status().message()));
  }
  return decoded;
}

HttpResponse EncodeResult(const RpcResult& result, absl::string_view method, ContentType type) {
  return type.protocol == Protocol::kConnect ? EncodeConnect(result, method, type.codec)
                                             : EncodeGrpcWeb(result, method, type);
}

}  // namespace charley::web
