// Messages as JSON, for any method whose protos are linked in.

#ifndef CHARLEY_SERVICE_WEB_JSON_CODEC_H_
#define CHARLEY_SERVICE_WEB_JSON_CODEC_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace google::protobuf {
class MethodDescriptor;
}

namespace charley::web {

// The method of a path such as "/charley.v1.AssistantService/Ask" among the protos linked into the
// program, or null.
const google::protobuf::MethodDescriptor* FindMethod(absl::string_view path);

// A request in JSON as protobuf bytes; fields that the proto lacks are passed over, so that newer
// clients work. INVALID_ARGUMENT: it does not parse; the error does not quote it.
absl::StatusOr<std::string> RequestFromJson(const google::protobuf::MethodDescriptor& method,
                                            absl::string_view json);

// A response in protobuf bytes as JSON in lowerCamelCase. INTERNAL: it does not parse.
absl::StatusOr<std::string> ResponseToJson(const google::protobuf::MethodDescriptor& method,
                                           absl::string_view bytes);

}  // namespace charley::web

#endif  // CHARLEY_SERVICE_WEB_JSON_CODEC_H_
