#include "client/cli/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "client/cli/config_file.h"
#include "client/cli/exit_code.h"
#include "client/cli/grammar.h"

namespace charley::cli {
namespace {

ParsedCommandLine Mistake(absl::string_view what) {
  ParsedCommandLine parsed;
  parsed.exit_code = kExitUsage;
  // CLI11 separates some messages by line feeds.
  parsed.text = absl::StrCat("charley: ", absl::StrReplaceAll(what, {{"\n", " "}}),
                             "; `charley --help` shows how to use it\n");
  return parsed;
}

// What is wrong, without the words that were typed: CLI11 names them in other messages than these.
std::string Describe(const CLI::App& app, const CLI::ParseError& error) {
  const std::string kind = error.get_name();
  if (app.get_subcommands().empty() && kind == "RequiredError") {
    return "there is no command here; give ask, chat, topics, topic, source, batch, health or "
           "version first";
  }
  if (kind == "ValidationError" || kind == "RequiredError" || kind == "ArgumentMismatch") {
    return error.what();
  }
  return "there is a word or option that no command takes; put a question in quotes, after `ask`";
}

ParsedCommandLine Parse(CLI::App& app, Options& options, std::vector<std::string> arguments) {
  std::reverse(arguments.begin(), arguments.end());  // as CLI11 takes them
  ParsedCommandLine parsed;
  try {
    app.parse(std::move(arguments));
    parsed.options = options;
  } catch (const CLI::CallForHelp&) {
    parsed.text = app.help();
  } catch (const CLI::CallForVersion& version) {
    parsed.text = absl::StrCat(version.what(), "\n");
  } catch (const CLI::ParseError& error) {
    return Mistake(Describe(app, error));
  }
  return parsed;
}

// Makes `value` the default of an option. Returns what is wrong with it, or nothing.
std::string SetDefault(CLI::App& app, const char* option, const std::string& value) {
  try {
    app.get_option(option)->run_callback_for_default()->default_val(value);
    return "";
  } catch (const CLI::ValidationError& error) {
    return error.what();
  } catch (const CLI::Error&) {
    return absl::StrCat(option, ": must be true or false");
  }
}

// Lower places first, so that the environment has the last word before the command line.
std::string ApplyDefaults(CLI::App& app, const Environment& environment) {
  const std::string path = ConfigPath(environment);
  absl::StatusOr<std::vector<ConfigEntry>> entries = ReadConfigFile(path);
  if (!entries.ok()) return std::string(entries.status().message());
  for (const ConfigEntry& entry : *entries) {
    const std::string wrong = SetDefault(app, entry.setting->option, entry.value);
    if (!wrong.empty()) return absl::StrCat(path, ": ", wrong);
  }
  for (const Setting& setting : kSettings) {
    const std::string value = environment(setting.variable);
    if (value.empty()) continue;
    const std::string wrong = SetDefault(app, setting.option, value);
    if (!wrong.empty()) return absl::StrCat(setting.variable, ": ", wrong);
  }
  return "";
}

}  // namespace

ParsedCommandLine ParseCommandLine(const std::vector<std::string>& arguments,
                                   const Environment& environment) {
  Options options;
  CLI::App app("", "charley");
  BuildGrammar(app, options);
  const std::string wrong = ApplyDefaults(app, environment);
  ParsedCommandLine parsed = Parse(app, options, arguments);
  // A bad config file must not keep anybody from the help.
  if (!wrong.empty() && parsed.options.has_value()) return Mistake(wrong);
  return parsed;
}

std::string ConfigPath(const Environment& environment) {
  const std::string base = environment("XDG_CONFIG_HOME");
  // The XDG base directory specification: a relative path is to be ignored.
  if (absl::StartsWith(base, "/")) return absl::StrCat(base, "/charley/config.toml");
  const std::string home = environment("HOME");
  return home.empty() ? "" : absl::StrCat(home, "/.config/charley/config.toml");
}

Grammar DescribeGrammar() {
  Options options;
  CLI::App app("", "charley");
  BuildGrammar(app, options);
  Grammar grammar;
  for (const CLI::App* command : app.get_subcommands({})) {
    grammar.commands.push_back(command->get_name());
  }
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) {
      grammar.options.push_back(absl::StrCat("--", name));
    }
  }
  for (const Setting& setting : kSettings) grammar.variables.emplace_back(setting.variable);
  return grammar;
}

}  // namespace charley::cli
