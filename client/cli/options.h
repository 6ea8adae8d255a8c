// What the client was asked to do.

#ifndef CHARLEY_CLIENT_CLI_OPTIONS_H_
#define CHARLEY_CLIENT_CLI_OPTIONS_H_

#include <string>
#include <vector>

namespace charley::cli {

enum class Command { kAsk, kChat, kTopics, kTopic, kSource, kBatch, kHealth, kVersion };

// The settings of one run, each from the first that gives it: command line, environment, config
// file, default.
struct Options {
  Command command = Command::kVersion;

  std::vector<std::string> words;  // `ask`: the question; none or "-" alone: from standard input
  std::string id;                  // `topic`, `source`
  std::string file = "-";          // `batch`: a path, or "-" for standard input

  std::string server = "127.0.0.1:50051";  // HOST:PORT of the service's gRPC port
  std::string region;                      // ISO 3166-1 alpha-2; empty: not chosen
  std::string timeout = "5";               // seconds for one call, a number above 0, at most 600
  bool json = false;                       // protobuf JSON instead of text
  bool explain = false;                    // ask for the reasons
  bool no_color = false;                   // plain text on a terminal too
  bool exit_code = false;                  // `ask`: 10 on an escalation, 11 when not covered
  bool history = false;                    // `chat`: arrow keys recall lines, until it ends
};

}  // namespace charley::cli

#endif  // CHARLEY_CLIENT_CLI_OPTIONS_H_
