#include "knowledge/pack_items.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>

#include <algorithm>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "knowledge/status_macros.h"

namespace charley::knowledge {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

// The fields of Pack that are stored, by name: the order of the table's key.
std::vector<const FieldDescriptor*> StoredFields() {
  std::vector<const FieldDescriptor*> fields;
  const auto* descriptor = v1::Pack::descriptor();
  for (int i = 0; i < descriptor->field_count(); ++i) {
    if (!absl::EndsWith(descriptor->field(i)->name(), "_training")) {
      fields.push_back(descriptor->field(i));
    }
  }
  std::sort(fields.begin(), fields.end(), [](const FieldDescriptor* a, const FieldDescriptor* b) {
    return a->name() < b->name();
  });
  return fields;
}

// Protobuf does not promise the same bytes for the same message unless it is asked to.
std::string Encode(const Message& message) {
  std::string bytes;
  {
    google::protobuf::io::StringOutputStream stream(&bytes);
    google::protobuf::io::CodedOutputStream coded(&stream);
    coded.SetSerializationDeterministic(true);
    message.SerializeToCodedStream(&coded);
  }
  return bytes;
}

std::string IdOf(const Message& message) {
  for (const char* name : {"id", "code", "language", "name"}) {
    const FieldDescriptor* field = message.GetDescriptor()->FindFieldByName(name);
    if (field != nullptr) return message.GetReflection()->GetString(message, field);
  }
  return "";
}

absl::Status VisitMessages(const v1::Pack& pack, const FieldDescriptor* field,
                           const std::function<absl::Status(const PackItem&)>& visit) {
  const auto* reflection = pack.GetReflection();
  for (int i = 0; i < reflection->FieldSize(pack, field); ++i) {
    const Message& message = reflection->GetRepeatedMessage(pack, field, i);
    RETURN_IF_ERROR(visit({field->name(), i, IdOf(message), Encode(message)}));
  }
  return absl::OkStatus();
}

absl::Status VisitField(const v1::Pack& pack, const FieldDescriptor* field,
                        const std::function<absl::Status(const PackItem&)>& visit) {
  const auto* reflection = pack.GetReflection();
  if (!field->is_repeated()) {
    const Message& message = reflection->GetMessage(pack, field);
    return visit({field->name(), 0, IdOf(message), Encode(message)});
  }
  if (field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
    return VisitMessages(pack, field, visit);
  }
  std::vector<std::string> lines;
  for (int i = 0; i < reflection->FieldSize(pack, field); ++i) {
    lines.push_back(reflection->GetRepeatedString(pack, field, i));
  }
  return visit({field->name(), 0, "", absl::StrJoin(lines, "\n")});
}

}  // namespace

absl::Status VisitItems(const v1::Pack& pack,
                        const std::function<absl::Status(const PackItem&)>& visit) {
  for (const FieldDescriptor* field : StoredFields()) {
    RETURN_IF_ERROR(VisitField(pack, field, visit));
  }
  return absl::OkStatus();
}

absl::Status AddItem(absl::string_view kind, absl::string_view body, v1::Pack& pack) {
  const FieldDescriptor* field = v1::Pack::descriptor()->FindFieldByName(std::string(kind));
  if (field == nullptr) {
    return absl::DataLossError(absl::StrCat("the pack holds an item of unknown kind '", kind, "'"));
  }
  const auto* reflection = pack.GetReflection();
  if (field->cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) {
    for (absl::string_view line : absl::StrSplit(body, '\n', absl::SkipEmpty())) {
      reflection->AddString(&pack, field, std::string(line));
    }
    return absl::OkStatus();
  }
  Message* message = field->is_repeated() ? reflection->AddMessage(&pack, field)
                                          : reflection->MutableMessage(&pack, field);
  if (message->ParseFromArray(body.data(), static_cast<int>(body.size()))) return absl::OkStatus();
  return absl::DataLossError(absl::StrCat("an item of kind '", kind, "' does not parse"));
}

}  // namespace charley::knowledge
