// Reads the text files that curators write.

#ifndef CHARLEY_KNOWLEDGE_AUTHORING_H_
#define CHARLEY_KNOWLEDGE_AUTHORING_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "charley/knowledge/v1/pack.pb.h"

namespace charley::knowledge {

// Merges the files below `folder`, in order of their paths, into one pack: every `*.textproto`, and
// the `*.jsonl` below `training/triage`, `training/out_of_scope` and `training/conversation`. Words
// of `word_lists` (files of one word a line) become the dictionary; words with capital letters,
// signs or fewer than 3 letters are left out. NOT_FOUND: there is no such folder or list, or no
// text file. INVALID_ARGUMENT: a file does not parse; the message holds "file:line:column: what is
// wrong" for every error found.
absl::StatusOr<v1::Pack> ReadAuthoringFolder(const std::string& folder,
                                             const std::vector<std::string>& word_lists);

}  // namespace charley::knowledge

#endif  // CHARLEY_KNOWLEDGE_AUTHORING_H_
