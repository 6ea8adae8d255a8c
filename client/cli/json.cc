#include "client/cli/json.h"

#include <google/protobuf/util/json_util.h>

namespace charley::cli {

std::string ToJson(const google::protobuf::Message& message) {
  std::string json;
  // Fails only for Any and well-known types with bad content, which this API has not.
  return google::protobuf::util::MessageToJsonString(message, &json).ok() ? json : "{}";
}

}  // namespace charley::cli
