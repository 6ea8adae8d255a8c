#include "knowledge/file_content.h"

#include <fstream>
#include <sstream>

#include "absl/strings/str_cat.h"

namespace charley::knowledge {

absl::StatusOr<std::string> ReadFileContent(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  // A folder opens, and fails at its first byte.
  const bool empty = file && file.peek() == std::ifstream::traits_type::eof();
  if (!file.is_open() || file.bad()) {
    return absl::NotFoundError(absl::StrCat(path, ": cannot be read; name a readable file"));
  }
  std::stringstream content;
  if (!empty) content << file.rdbuf();
  if (file.bad() || content.bad()) {
    return absl::NotFoundError(absl::StrCat(path, ": cannot be read to its end"));
  }
  return content.str();
}

}  // namespace charley::knowledge
