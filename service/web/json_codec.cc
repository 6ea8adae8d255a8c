#include "service/web/json_codec.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/dynamic_message.h>
#include <google/protobuf/message.h>
#include <google/protobuf/util/json_util.h>

#include <memory>

#include "absl/strings/str_replace.h"
#include "absl/strings/strip.h"

namespace charley::web {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::Message;
using google::protobuf::MethodDescriptor;

std::unique_ptr<Message> NewMessage(const Descriptor* descriptor) {
  const Message* prototype =
      google::protobuf::MessageFactory::generated_factory()->GetPrototype(descriptor);
  return std::unique_ptr<Message>(prototype == nullptr ? nullptr : prototype->New());
}

google::protobuf::StringPiece Piece(absl::string_view view) { return {view.data(), view.size()}; }

}  // namespace

const MethodDescriptor* FindMethod(absl::string_view path) {
  if (!absl::ConsumePrefix(&path, "/")) return nullptr;
  return google::protobuf::DescriptorPool::generated_pool()->FindMethodByName(
      absl::StrReplaceAll(path, {{"/", "."}}));
}

absl::StatusOr<std::string> RequestFromJson(const MethodDescriptor& method,
                                            absl::string_view json) {
  const std::unique_ptr<Message> message = NewMessage(method.input_type());
  google::protobuf::util::JsonParseOptions options;
  options.ignore_unknown_fields = true;
  if (message == nullptr ||
      !google::protobuf::util::JsonStringToMessage(Piece(json), message.get(), options).ok()) {
    return absl::InvalidArgumentError("the body is no JSON of the request's message");
  }
  return message->SerializeAsString();
}

absl::StatusOr<std::string> ResponseToJson(const MethodDescriptor& method,
                                           absl::string_view bytes) {
  const std::unique_ptr<Message> message = NewMessage(method.output_type());
  std::string json;
  if (message == nullptr ||
      !message->ParseFromArray(bytes.data(), static_cast<int>(bytes.size())) ||
      !google::protobuf::util::MessageToJsonString(*message, &json).ok()) {
    return absl::InternalError("the response cannot be written as JSON");
  }
  return json;
}

}  // namespace charley::web
