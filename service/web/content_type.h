// Which protocol does a request speak?

#ifndef CHARLEY_SERVICE_WEB_CONTENT_TYPE_H_
#define CHARLEY_SERVICE_WEB_CONTENT_TYPE_H_

#include "absl/strings/string_view.h"
#include "absl/types/optional.h"

namespace charley::web {

// How a unary call is framed.
enum class Protocol {
  kConnect,      // connectrpc.com/docs/protocol: the bare message
  kGrpcWeb,      // grpc/grpc doc/PROTOCOL-WEB.md: length-prefixed frames, status in the last one
  kGrpcWebText,  // the same in base64
};

// How a message is encoded.
enum class Codec { kProto, kJson };

// A protocol with its encoding.
struct ContentType {
  Protocol protocol = Protocol::kConnect;
  Codec codec = Codec::kProto;
};

// Reads a Content-Type field. "application/json" and "application/proto" are Connect;
// "application/grpc-web" and "application/grpc-web-text", with or without "+proto", are gRPC-Web.
// Parameters such as charset are passed over. None for any other, among them streaming Connect.
absl::optional<ContentType> ParseContentType(absl::string_view field);

// The field for a response of that kind.
absl::string_view ContentTypeName(ContentType type);

}  // namespace charley::web

#endif  // CHARLEY_SERVICE_WEB_CONTENT_TYPE_H_
