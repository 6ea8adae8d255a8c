#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <system_error>

namespace charley::testing {

TemporaryFolder::TemporaryFolder() : path_(::testing::TempDir() + "charley-XXXXXX") {
  EXPECT_NE(mkdtemp(path_.data()), nullptr) << path_;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code error;
  std::filesystem::remove_all(path_, error);
}

std::string TemporaryFolder::Write(const std::string& name, const std::string& bytes) const {
  std::string path = File(name);
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

}  // namespace charley::testing
