// Reads the files of labelled messages that an evaluation runs over.

#ifndef CHARLEY_SERVICE_CURATE_QUESTION_SET_H_
#define CHARLEY_SERVICE_CURATE_QUESTION_SET_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "charley/knowledge/v1/pack.pb.h"
#include "charley/v1/assistant.pb.h"
#include "knowledge/labelled_messages.h"

namespace charley::curate {

// Reads all messages of `paths`, in order. INVALID_ARGUMENT: a line does not parse, or a message
// has no known label: `expect` (urgent, not_urgent, either) or `kind` (in_scope with `paragraphs`,
// out_of_scope, chitchat). NOT_FOUND: a file cannot be read. Errors hold no word of a message.
absl::StatusOr<knowledge::LabelledMessages> ReadQuestionSets(const std::vector<std::string>& paths);

// What two packs were written for: the examples of their topics and the trial messages of their
// triage rules, those of `before` first, each once. The ids say where they stand; no labels.
knowledge::LabelledMessages OwnMessages(const knowledge::v1::Pack& before,
                                        const knowledge::v1::Pack& after);

// The request that a labelled message stands for.
v1::AskRequest RequestOf(const knowledge::v1::LabelledMessage& message);

}  // namespace charley::curate

#endif  // CHARLEY_SERVICE_CURATE_QUESTION_SET_H_
