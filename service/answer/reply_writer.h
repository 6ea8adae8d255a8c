// Writing a reply as the bytes of its message.

#ifndef CHARLEY_SERVICE_ANSWER_REPLY_WRITER_H_
#define CHARLEY_SERVICE_ANSWER_REPLY_WRITER_H_

#include <google/protobuf/message_lite.h>

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"
#include "charley/v1/assistant.pb.h"

namespace charley::answer {

// Puts an encoded AskResponse together field by field (protobuf.dev, "Encoding"). Most fields of a
// reply are known when a pack is loaded: to copy their bytes is several times quicker than to fill
// messages with copies of their texts and to encode those. Fields are called by the numbers that
// the generated class names.
class ReplyWriter {
 public:
  ReplyWriter();

  void SetUrgency(v1::Urgency urgency);

  // Adds a field that is encoded.
  void Add(absl::string_view field) { bytes_.append(field.data(), field.size()); }

  // Adds a field that is a text, or a message in its encoding.
  void Add(int field, absl::string_view value);

  void Add(int field, const google::protobuf::MessageLite& message);

  // The message; the writer is done.
  std::string Take() && { return std::move(bytes_); }

 private:
  void Append(const uint8_t* begin, const uint8_t* end);

  std::string bytes_;
};

}  // namespace charley::answer

#endif  // CHARLEY_SERVICE_ANSWER_REPLY_WRITER_H_
