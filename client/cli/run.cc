#include "client/cli/run.h"

#include <memory>

#include "client/cli/ask.h"
#include "client/cli/batch.h"
#include "client/cli/browse.h"
#include "client/cli/chat.h"
#include "client/cli/command_line.h"
#include "client/cli/exit_code.h"
#include "client/cli/health.h"
#include "client/cli/line_reader.h"
#include "client/cli/session.h"

namespace charley::cli {
namespace {

// Lines are edited where a person types them and sees them.
std::unique_ptr<LineReader> NewLineReader(const Console& console, const Options& options) {
  std::unique_ptr<LineReader> lines;
  if (console.terminal.input && console.terminal.output) {
    lines = NewTerminalLineReader(options.history);
  }
  if (lines == nullptr) lines = std::make_unique<StreamLineReader>(console.in);
  return lines;
}

int PrintVersion(const Options& options, std::ostream& out) {
  if (options.json) {
    out << "{\"version\":\"" CHARLEY_VERSION "\"}\n";
  } else {
    out << "charley " CHARLEY_VERSION "\n";
  }
  return kExitAnswered;
}

int RunCommand(Session& session) {
  switch (session.options().command) {
    case Command::kAsk:
      return Ask(session);
    case Command::kChat:
      return Chat(session, *NewLineReader(session.console(), session.options()));
    case Command::kTopics:
      return ListTopics(session);
    case Command::kTopic:
      return ShowTopic(session);
    case Command::kSource:
      return ShowSource(session);
    case Command::kBatch:
      return Batch(session);
    case Command::kHealth:
      return CheckHealth(session);
    case Command::kVersion:
      return PrintVersion(session.options(), session.console().out);
  }
  return kExitUsage;
}

}  // namespace

int Run(const std::vector<std::string>& arguments, const Environment& environment,
        Console& console) {
  const ParsedCommandLine parsed = ParseCommandLine(arguments, environment);
  if (!parsed.options.has_value()) {
    (parsed.exit_code == kExitAnswered ? console.out : console.err) << parsed.text << std::flush;
    return parsed.exit_code;
  }
  Session session(*parsed.options, environment, console);
  const int exit_code = RunCommand(session);
  console.out.flush();
  if (console.out.good()) return exit_code;
  return session.Fail(kExitLocalFailure, "the output could not be written");
}

}  // namespace charley::cli
