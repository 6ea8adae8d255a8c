// A program on a terminal of its own.

#ifndef CHARLEY_TESTS_CLI_PSEUDO_TERMINAL_H_
#define CHARLEY_TESTS_CLI_PSEUDO_TERMINAL_H_

#include <sys/types.h>

#include <string>
#include <vector>

namespace charley::cli {

// Starts a program whose standard streams are a pseudo-terminal, and talks to it. Ends it, should
// it still run, with the object.
class PseudoTerminal {
 public:
  // Runs `command` (a path, then arguments) in an environment of `variables` ("NAME=value") alone,
  // on a terminal of `columns` by 24.
  PseudoTerminal(const std::vector<std::string>& command, const std::vector<std::string>& variables,
                 unsigned short columns);
  ~PseudoTerminal();
  PseudoTerminal(const PseudoTerminal&) = delete;
  PseudoTerminal& operator=(const PseudoTerminal&) = delete;

  // Types bytes.
  void Type(const std::string& bytes);

  // Reads until `text` has appeared after what was read before. Returns what was read; a test
  // failure when the program ends first, or is silent for 20 seconds.
  std::string ReadUntil(const std::string& text);

  // Reads to the end of the output.
  std::string ReadAll();

  // Waits for the program. Returns its exit code, or minus the signal that ended it.
  int Wait();

 private:
  bool ReadSome();

  int terminal_ = -1;
  pid_t program_ = -1;
  std::string unread_;
};

}  // namespace charley::cli

#endif  // CHARLEY_TESTS_CLI_PSEUDO_TERMINAL_H_
