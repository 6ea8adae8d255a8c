// A folder for one test.

#ifndef CHARLEY_TESTS_SUPPORT_TEMPORARY_FOLDER_H_
#define CHARLEY_TESTS_SUPPORT_TEMPORARY_FOLDER_H_

#include <string>

namespace charley::testing {

// An empty folder that goes, with all that is in it, when the object does.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  // The path of a file in it.
  std::string File(const std::string& name) const { return path_ + "/" + name; }

  // Writes a file of these bytes and returns its path.
  std::string Write(const std::string& name, const std::string& bytes) const;

 private:
  std::string path_;
};

}  // namespace charley::testing

#endif  // CHARLEY_TESTS_SUPPORT_TEMPORARY_FOLDER_H_
