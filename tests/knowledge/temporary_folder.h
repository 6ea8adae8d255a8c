// A folder for one test.

#ifndef CHARLEY_TESTS_KNOWLEDGE_TEMPORARY_FOLDER_H_
#define CHARLEY_TESTS_KNOWLEDGE_TEMPORARY_FOLDER_H_

#include <string>

#include "absl/strings/string_view.h"

namespace charley::knowledge {

// A new, empty folder that is gone when this is.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::string& path() const { return path_; }
  // The path of a file in it.
  std::string File(absl::string_view name) const;
  // Writes a file in it, with the folders above it, and returns its path.
  std::string Write(absl::string_view name, absl::string_view content) const;

 private:
  std::string path_;
};

// The bytes of a file; fails the test when it cannot be read.
std::string BytesOf(const std::string& path);

}  // namespace charley::knowledge

#endif  // CHARLEY_TESTS_KNOWLEDGE_TEMPORARY_FOLDER_H_
