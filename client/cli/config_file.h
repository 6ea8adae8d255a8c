// The config file.

#ifndef CHARLEY_CLIENT_CLI_CONFIG_FILE_H_
#define CHARLEY_CLIENT_CLI_CONFIG_FILE_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "client/cli/grammar.h"

namespace charley::cli {

// One line of the file.
struct ConfigEntry {
  const Setting* setting;
  std::string value;
};

// Reads "key = value" lines in TOML. A file that does not exist, or an empty path, gives no
// entries. INVALID_ARGUMENT, with the path: the file is not TOML, a key is not one of `kSettings`,
// or a value is a list.
absl::StatusOr<std::vector<ConfigEntry>> ReadConfigFile(const std::string& path);

}  // namespace charley::cli

#endif  // CHARLEY_CLIENT_CLI_CONFIG_FILE_H_
