// The lines of `charley batch`.

#ifndef CHARLEY_CLIENT_CLI_BATCH_LINE_H_
#define CHARLEY_CLIENT_CLI_BATCH_LINE_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "charley/v1/assistant.pb.h"

namespace charley::cli {

// One line of input.
struct BatchLine {
  std::string id = "null";  // the value of "id", as JSON
  std::string question;
  std::vector<std::string> earlier;  // oldest first
  std::string wrong;  // why the line cannot be asked; empty when it can. Names no value.
};

// Reads `{"id":…, "question":…, "earlier":[…]}`. Other keys are ignored; a missing or null
// "question" or "earlier" is empty. What is not Unicode, be it bytes or halves of an escaped
// surrogate pair, becomes U+FFFD.
BatchLine ReadBatchLine(absl::string_view line);

// The line of output, without a line feed, for a reply or for a failure.
std::string WriteBatchReply(const BatchLine& line, const v1::AskResponse& response);
std::string WriteBatchError(const BatchLine& line, absl::string_view code,
                            absl::string_view message);

}  // namespace charley::cli

#endif  // CHARLEY_CLIENT_CLI_BATCH_LINE_H_
