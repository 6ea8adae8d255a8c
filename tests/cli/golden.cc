#include "tests/cli/golden.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "absl/strings/str_replace.h"

namespace charley::cli {

void ExpectGolden(const std::string& name, const std::string& text, const std::string& address) {
  const std::string path = "tests/cli/golden/" + absl::StrReplaceAll(name, {{" ", "-"}}) + ".txt";
  const std::string shown =
      absl::StrReplaceAll(text, {{"\x1b", "<esc>"}, {"\r\n", "\n"}, {address, "SERVER"}});
  if (std::getenv("CHARLEY_WRITE_GOLDEN") != nullptr) std::ofstream(path) << shown;
  std::ifstream file(path);
  ASSERT_TRUE(file) << path << " is missing";
  const std::string kept(std::istreambuf_iterator<char>(file), {});
  EXPECT_EQ(shown, kept) << "differs from " << path;
}

}  // namespace charley::cli
