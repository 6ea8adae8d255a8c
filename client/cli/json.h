// Protobuf messages as JSON.

#ifndef CHARLEY_CLIENT_CLI_JSON_H_
#define CHARLEY_CLIENT_CLI_JSON_H_

#include <google/protobuf/message.h>

#include <string>

namespace charley::cli {

// `message` as protobuf JSON on one line, without a line feed: names in lowerCamelCase, enums by
// name, the fields that are set.
std::string ToJson(const google::protobuf::Message& message);

}  // namespace charley::cli

#endif  // CHARLEY_CLIENT_CLI_JSON_H_
