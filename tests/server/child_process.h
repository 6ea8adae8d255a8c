// A program that a test runs.

#ifndef CHARLEY_TESTS_SERVER_CHILD_PROCESS_H_
#define CHARLEY_TESTS_SERVER_CHILD_PROCESS_H_

#include <sys/types.h>

#include <string>
#include <vector>

namespace charley::testing {

// Runs a program with its standard output on a pipe and its standard error in a file. Is killed
// when the object goes.
class ChildProcess {
 public:
  // `command` is the program and its arguments.
  ChildProcess(const std::vector<std::string>& command, const std::string& error_file);
  ~ChildProcess();
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  // The next line of standard output without its line feed; what is left at the end of it.
  std::string ReadLine();
  void Signal(int signal) const;
  // Waits for the end: the exit code, or -1 when a signal ended it.
  int Wait();
  // What it has written to standard error so far.
  std::string Errors() const;
  // Waits until it has written `part` to standard error; false when it ended without.
  bool WaitForError(const std::string& part);

 private:
  const std::string error_file_;
  pid_t pid_ = -1;
  int output_ = -1;
};

}  // namespace charley::testing

#endif  // CHARLEY_TESTS_SERVER_CHILD_PROCESS_H_
