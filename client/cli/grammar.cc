#include "client/cli/grammar.h"

#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/string_view.h"

namespace charley::cli {
namespace {

constexpr const char* kFooter =
    "Examples:\n"
    "  charley ask \"Why do I get cramps at night?\"\n"
    "  charley ask -                      reads the question from standard input\n"
    "  charley chat --region GB\n"
    "  charley batch < questions.jsonl\n"
    "\n"
    "Options may stand before or after the command. Each can also be set by a variable\n"
    "(CHARLEY_SERVER, CHARLEY_REGION, ...) or in ~/.config/charley/config.toml.\n"
    "\n"
    "Exit codes: 0 answered, 1 file or output failed, 2 usage, 64 plus the gRPC code when a\n"
    "call failed (78: no service). With --exit-code: 10 urgent care, 11 not covered.\n"
    "`man charley` tells more.";

// Messages of validators never repeat the value.

std::string CheckServer(const std::string& value) {
  const size_t colon = value.rfind(':');
  int port = 0;
  if (colon == std::string::npos || colon == 0 ||
      !absl::SimpleAtoi(value.substr(colon + 1), &port) || port < 1 || port > 65535) {
    return "must be HOST:PORT, for example 127.0.0.1:50051";
  }
  return "";
}

std::string CheckRegion(const std::string& value) {
  const bool two_letters =
      value.size() == 2 && absl::ascii_isalpha(value[0]) && absl::ascii_isalpha(value[1]);
  return value.empty() || two_letters ? "" : "must be a country's two letters, for example GB";
}

std::string CheckTimeout(const std::string& value) {
  double seconds = 0;
  if (!absl::SimpleAtod(value, &seconds) || !(seconds > 0) || seconds > 600) {
    return "must be seconds, more than 0 and at most 600";
  }
  return "";
}

CLI::Validator Check(std::string (*check)(const std::string&)) {
  return CLI::Validator([check](std::string& value) { return check(value); }, "");
}

void AddSettings(CLI::App& app, Options& options) {
  app.add_option("--server", options.server, "The service's gRPC address")
      ->type_name("HOST:PORT")
      ->check(Check(&CheckServer))
      ->capture_default_str();
  app.add_option("--region", options.region,
                 "Country whose emergency number is shown; guessed from the locale")
      ->type_name("CC")
      ->check(Check(&CheckRegion));
  app.add_option("--timeout", options.timeout, "How long one call may take")
      ->type_name("SECONDS")
      ->check(Check(&CheckTimeout))
      ->capture_default_str();
  app.add_flag("--json", options.json, "Write protobuf JSON instead of text");
  app.add_flag("--explain", options.explain, "Show matched words, rules and scores");
  app.add_flag("--no-color", options.no_color, "No colour or bold on a terminal");
  app.add_flag("--exit-code", options.exit_code,
               "ask: return 10 for urgent care, 11 when not covered");
  app.add_flag("--history", options.history,
               "chat: arrow keys recall earlier lines, kept in memory alone");
}

CLI::App* AddCommand(CLI::App& app, Options& options, Command command, const std::string& name,
                     const std::string& description) {
  CLI::App* added = app.add_subcommand(name, description)->fallthrough();
  added->callback([&options, command] { options.command = command; });
  return added;
}

void AddCommands(CLI::App& app, Options& options) {
  AddCommand(app, options, Command::kAsk, "ask", "Ask one question")
      ->add_option("question", options.words, "The question; none or - reads standard input");
  AddCommand(app, options, Command::kChat, "chat", "Ask in a conversation");
  AddCommand(app, options, Command::kTopics, "topics", "List what Charley can answer");
  AddCommand(app, options, Command::kTopic, "topic", "Show one topic")
      ->add_option("id", options.id, "Id of the topic, as `charley topics` lists it")
      ->required();
  AddCommand(app, options, Command::kSource, "source", "Show one source and where it is cited")
      ->add_option("id", options.id, "Id of the source, for example article")
      ->required();
  AddCommand(app, options, Command::kBatch, "batch", "Answer JSON lines, one for each line")
      ->add_option("file", options.file, "A file of JSON lines; none or - reads standard input");
  AddCommand(app, options, Command::kHealth, "health", "Say whether the service is serving");
  AddCommand(app, options, Command::kVersion, "version", "Say which version this is");
}

}  // namespace

void BuildGrammar(CLI::App& app, Options& options) {
  app.description(
      "Charley answers questions about muscle cramps, and says where each answer comes "
      "from.\nIt is a computer program, not a doctor.");
  app.set_help_flag("-h,--help", "Print this help");
  app.set_version_flag("--version", "charley " CHARLEY_VERSION, "Print the version");
  app.require_subcommand(1);
  app.footer(kFooter);
  AddSettings(app, options);
  AddCommands(app, options);
}

}  // namespace charley::cli
