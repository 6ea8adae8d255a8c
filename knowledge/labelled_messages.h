// Reads labelled messages: training material and evaluation sets.

#ifndef CHARLEY_KNOWLEDGE_LABELLED_MESSAGES_H_
#define CHARLEY_KNOWLEDGE_LABELLED_MESSAGES_H_

#include <string>

#include "absl/status/status.h"
#include "charley/knowledge/v1/pack.pb.h"

namespace charley::knowledge {

using LabelledMessages = google::protobuf::RepeatedPtrField<v1::LabelledMessage>;

// Adds the messages of a file of JSON lines to `messages`; keys that LabelledMessage lacks are
// ignored, blank lines skipped. NOT_FOUND: the file cannot be read. INVALID_ARGUMENT: a line is no
// JSON object of a labelled message; names "file:line:column" and no word of the message.
absl::Status AppendLabelledMessages(const std::string& path, LabelledMessages& messages);

}  // namespace charley::knowledge

#endif  // CHARLEY_KNOWLEDGE_LABELLED_MESSAGES_H_
