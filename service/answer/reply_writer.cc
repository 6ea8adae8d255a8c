#include "service/answer/reply_writer.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/wire_format_lite.h>

#include <cstdint>
#include <limits>

namespace charley::answer {
namespace {

using google::protobuf::internal::WireFormatLite;
using google::protobuf::io::CodedOutputStream;

// A cited answer with its safety net and suggestions is seldom longer.
constexpr size_t kUsualReplyBytes = 2048;

constexpr size_t kMostVarintBytes = 10;

}  // namespace

ReplyWriter::ReplyWriter() { bytes_.reserve(kUsualReplyBytes); }

void ReplyWriter::SetUrgency(v1::Urgency urgency) {
  if (urgency == v1::URGENCY_UNSPECIFIED) return;  // what proto3 takes a field for that is missing
  uint8_t field[2 * kMostVarintBytes];
  uint8_t* end =
      WireFormatLite::WriteEnumToArray(v1::AskResponse::kUrgencyFieldNumber, urgency, field);
  Append(field, end);
}

void ReplyWriter::Append(const uint8_t* begin, const uint8_t* end) {
  bytes_.append(reinterpret_cast<const char*>(begin), static_cast<size_t>(end - begin));
}

void ReplyWriter::Add(int field, absl::string_view value) {
  uint8_t head[2 * kMostVarintBytes];
  uint8_t* end = CodedOutputStream::WriteTagToArray(
      WireFormatLite::MakeTag(field, WireFormatLite::WIRETYPE_LENGTH_DELIMITED), head);
  end = CodedOutputStream::WriteVarint32ToArray(static_cast<uint32_t>(value.size()), end);
  Append(head, end);
  bytes_.append(value.data(), value.size());
}

void ReplyWriter::Add(int field, const google::protobuf::MessageLite& message) {
  Add(field, message.SerializeAsString());
}

}  // namespace charley::answer
