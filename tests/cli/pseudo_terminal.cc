#include "tests/cli/pseudo_terminal.h"

#include <gtest/gtest.h>
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <utility>

namespace charley::cli {
namespace {

constexpr int kPatienceMilliseconds = 20'000;

std::vector<char*> Pointers(const std::vector<std::string>& strings) {
  std::vector<char*> pointers;
  // execve takes pointers to char for C's sake, and writes through none of them.
  for (const std::string& string : strings) pointers.push_back(const_cast<char*>(string.c_str()));
  pointers.push_back(nullptr);
  return pointers;
}

}  // namespace

PseudoTerminal::PseudoTerminal(const std::vector<std::string>& command,
                               const std::vector<std::string>& variables, unsigned short columns) {
  const std::vector<char*> arguments = Pointers(command);
  const std::vector<char*> environment = Pointers(variables);
  const winsize size = {24, columns, 0, 0};
  program_ = forkpty(&terminal_, nullptr, nullptr, &size);
  if (program_ == 0) {
    execve(arguments[0], arguments.data(), environment.data());
    _exit(127);
  }
  EXPECT_GT(program_, 0) << "no pseudo-terminal";
}

PseudoTerminal::~PseudoTerminal() {
  if (program_ > 0) {
    kill(program_, SIGKILL);
    waitpid(program_, nullptr, 0);
  }
  close(terminal_);
}

void PseudoTerminal::Type(const std::string& bytes) {
  EXPECT_EQ(write(terminal_, bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
}

bool PseudoTerminal::ReadSome() {
  pollfd waiting = {terminal_, POLLIN, 0};
  if (poll(&waiting, 1, kPatienceMilliseconds) != 1) return false;
  char bytes[4096];
  const ssize_t count = read(terminal_, bytes, sizeof bytes);
  if (count > 0) unread_.append(bytes, static_cast<size_t>(count));
  return count > 0;
}

std::string PseudoTerminal::ReadUntil(const std::string& text) {
  size_t found = unread_.find(text);
  while (found == std::string::npos) {
    if (!ReadSome()) {
      ADD_FAILURE() << "waited in vain for \"" << text << "\"; read: " << unread_;
      return std::exchange(unread_, "");
    }
    found = unread_.find(text);
  }
  std::string read = unread_.substr(0, found + text.size());
  unread_.erase(0, read.size());
  return read;
}

std::string PseudoTerminal::ReadAll() {
  while (ReadSome()) {
  }
  return std::exchange(unread_, "");
}

int PseudoTerminal::Wait() {
  int status = 0;
  EXPECT_EQ(waitpid(std::exchange(program_, -1), &status, 0) > 0, true);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

}  // namespace charley::cli
