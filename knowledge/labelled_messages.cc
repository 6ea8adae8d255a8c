#include "knowledge/labelled_messages.h"

#include <google/protobuf/util/json_util.h>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "knowledge/file_content.h"
#include "knowledge/status_macros.h"

namespace charley::knowledge {

absl::Status AppendLabelledMessages(const std::string& path, LabelledMessages& messages) {
  ASSIGN_OR_RETURN(const std::string content, ReadFileContent(path));
  google::protobuf::util::JsonParseOptions options;
  options.ignore_unknown_fields = true;
  int line_number = 0;
  for (const absl::string_view line : absl::StrSplit(content, '\n')) {
    ++line_number;
    if (absl::StripAsciiWhitespace(line).empty()) continue;
    const auto status = google::protobuf::util::JsonStringToMessage(
        google::protobuf::StringPiece(line.data(), line.size()), messages.Add(), options);
    if (!status.ok()) {
      return absl::InvalidArgumentError(
          absl::StrCat(path, ":", line_number,
                       ":1: no JSON object of a labelled message; write one object on a line, "
                       "with texts as strings and paragraphs as numbers"));
    }
  }
  return absl::OkStatus();
}

}  // namespace charley::knowledge
