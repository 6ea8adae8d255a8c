// Reads whole text files.

#ifndef CHARLEY_KNOWLEDGE_FILE_CONTENT_H_
#define CHARLEY_KNOWLEDGE_FILE_CONTENT_H_

#include <string>

#include "absl/status/statusor.h"

namespace charley::knowledge {

// The bytes of a file. NOT_FOUND: there is no such file, or it cannot be read.
absl::StatusOr<std::string> ReadFileContent(const std::string& path);

}  // namespace charley::knowledge

#endif  // CHARLEY_KNOWLEDGE_FILE_CONTENT_H_
