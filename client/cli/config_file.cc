#include "client/cli/config_file.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "knowledge/status_macros.h"

namespace charley::cli {
namespace {

absl::StatusOr<std::vector<CLI::ConfigItem>> ParseToml(const std::string& path) {
  std::ifstream file(path);
  if (path.empty() || !file) return std::vector<CLI::ConfigItem>();
  try {
    return CLI::ConfigTOML().from_config(file);
  } catch (const CLI::Error&) {
    return absl::InvalidArgumentError(
        absl::StrCat(path, ": is not TOML; write lines such as region = \"GB\""));
  }
}

absl::Status UnknownKey(const std::string& path, const std::string& key) {
  const std::string known = absl::StrJoin(
      kSettings, ", ",
      [](std::string* to, const Setting& setting) { absl::StrAppend(to, setting.key); });
  return absl::InvalidArgumentError(
      absl::StrCat(path, ": unknown key \"", key, "\"; known are ", known));
}

absl::StatusOr<ConfigEntry> ToEntry(const std::string& path, const CLI::ConfigItem& item) {
  const auto* const setting =
      std::find_if(std::begin(kSettings), std::end(kSettings),
                   [&](const Setting& known) { return item.fullname() == known.key; });
  if (setting == std::end(kSettings)) return UnknownKey(path, item.fullname());
  if (item.inputs.size() != 1) {
    return absl::InvalidArgumentError(absl::StrCat(path, ": ", item.name, " takes one value"));
  }
  return ConfigEntry{setting, item.inputs[0]};
}

}  // namespace

absl::StatusOr<std::vector<ConfigEntry>> ReadConfigFile(const std::string& path) {
  ASSIGN_OR_RETURN(const std::vector<CLI::ConfigItem> items, ParseToml(path));
  std::vector<ConfigEntry> entries;
  for (const CLI::ConfigItem& item : items) {
    ASSIGN_OR_RETURN(ConfigEntry entry, ToEntry(path, item));
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace charley::cli
