// Transcripts kept beside the tests.

#ifndef CHARLEY_TESTS_CLI_GOLDEN_H_
#define CHARLEY_TESTS_CLI_GOLDEN_H_

#include <string>

namespace charley::cli {

// Expects `text` to be what tests/cli/golden/NAME.txt holds (spaces of the name as "-"), with the
// escape character shown as "<esc>" and `address` as "SERVER". With CHARLEY_WRITE_GOLDEN in the
// environment, writes the file instead; read the difference before keeping it.
void ExpectGolden(const std::string& name, const std::string& text,
                  const std::string& address = "SERVER");

}  // namespace charley::cli

#endif  // CHARLEY_TESTS_CLI_GOLDEN_H_
