#include "tests/cli/client.h"

#include <sstream>

#include "client/cli/run.h"

namespace charley::cli {

Finished RunClient(const std::vector<std::string>& arguments, const std::string& input,
                   const std::map<std::string, std::string>& variables) {
  std::istringstream in(input);
  std::ostringstream out, err;
  Console console = {in, out, err, Terminal()};
  const Environment environment = [&](const std::string& name) {
    const auto found = variables.find(name);
    return found == variables.end() ? "" : found->second;
  };
  const int exit_code = Run(arguments, environment, console);
  return {exit_code, out.str(), err.str()};
}

}  // namespace charley::cli
