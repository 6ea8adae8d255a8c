// Runs the client inside the test.

#ifndef CHARLEY_TESTS_CLI_CLIENT_H_
#define CHARLEY_TESTS_CLI_CLIENT_H_

#include <map>
#include <string>
#include <vector>

namespace charley::cli {

// What one run left.
struct Finished {
  int exit_code;
  std::string out;
  std::string err;
};

// Runs the client with `arguments` and `input` in pipes, in an environment of `variables` alone.
Finished RunClient(const std::vector<std::string>& arguments, const std::string& input = "",
                   const std::map<std::string, std::string>& variables = {});

}  // namespace charley::cli

#endif  // CHARLEY_TESTS_CLI_CLIENT_H_
