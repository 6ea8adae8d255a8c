// The program as it is started: on a terminal and in pipes.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "tests/cli/golden.h"
#include "tests/cli/pseudo_terminal.h"
#include "tests/support/fake_assistant.h"

namespace charley::cli {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr char kEscape[] = "\x1b";

class Program : public ::testing::Test {
 protected:
  std::vector<std::string> Command(const std::vector<std::string>& arguments) {
    std::vector<std::string> command = {CHARLEY_PROGRAM, "--server", service_.address(), "--region",
                                        "GB"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return command;
  }

  // The output of one command on a terminal of 60 columns.
  std::string OnTerminal(const std::vector<std::string>& arguments,
                         const std::vector<std::string>& variables = {"TERM=xterm"}) {
    PseudoTerminal terminal(Command(arguments), variables, 60);
    std::string output = terminal.ReadAll();
    EXPECT_EQ(terminal.Wait(), 0) << output;
    return output;
  }

  charley::testing::FakeAssistant service_;
};

TEST_F(Program, ShowsRepliesOnATerminal) {
  for (const char* kind : {"answer", "clarify", "emergency", "clinician"}) {
    ExpectGolden(absl::StrCat("terminal-", kind), OnTerminal({"ask", kind}));
  }
}

TEST_F(Program, HasNoColourWhenToldSo) {
  EXPECT_THAT(OnTerminal({"ask", "emergency", "--no-color"}),
              AllOf(HasSubstr("!! SEEK URGENT CARE"), Not(HasSubstr(kEscape))));
  EXPECT_THAT(OnTerminal({"ask", "emergency"}, {"TERM=dumb"}), Not(HasSubstr(kEscape)));
  EXPECT_THAT(OnTerminal({"ask", "emergency"}, {"TERM=xterm", "NO_COLOR=1"}),
              Not(HasSubstr(kEscape)));
}

TEST_F(Program, KeepsAConversationOnATerminal) {
  PseudoTerminal terminal(Command({"chat"}), {"TERM=xterm"}, 60);
  EXPECT_THAT(terminal.ReadUntil("> "), HasSubstr("call 999"));
  terminal.Type("answer\n");
  EXPECT_THAT(terminal.ReadUntil("> "), HasSubstr("Does stretching help?"));
  terminal.Type("2\n");
  terminal.ReadUntil("Why do I get cramps at night?");
  terminal.ReadUntil("> ");
  terminal.Type("caf\u00e9 \u5c0f\u817f\n");
  terminal.ReadUntil("Why do I get cramps at night?");
  terminal.ReadUntil("> ");
  terminal.Type("/quit\n");
  const std::string rest = terminal.ReadAll();
  EXPECT_EQ(terminal.Wait(), 0) << rest;
  ASSERT_EQ(service_.Requests().size(), 3u);
  EXPECT_EQ(service_.Requests()[1].question(), "Does magnesium help?");
  EXPECT_EQ(service_.Requests()[2].question(), "caf\u00e9 \u5c0f\u817f");
  EXPECT_EQ(service_.Requests()[2].earlier_size(), 2);
}

TEST_F(Program, LetsALineBeEdited) {
  PseudoTerminal terminal(Command({"chat"}), {"TERM=xterm"}, 60);
  terminal.ReadUntil("> ");
  // Control-A goes to the start of the line, Control-E to its end, backspace takes a letter away.
  terminal.Type(
      "nswerx\x01"
      "a\x05\x7f\n");
  terminal.ReadUntil("Why do I get cramps at night?");
  EXPECT_EQ(service_.Requests().at(0).question(), "answer");
}

TEST_F(Program, LeavesTheConversationOnControlCAndControlD) {
  for (const char* key : {"\x03", "\x04"}) {
    PseudoTerminal terminal(Command({"chat"}), {"TERM=xterm"}, 60);
    terminal.ReadUntil("> ");
    terminal.Type(key);
    const std::string rest = terminal.ReadAll();
    EXPECT_EQ(terminal.Wait(), 0) << rest;
  }
}

TEST_F(Program, LeavesOnControlCInTheMiddleOfALineWithoutAsking) {
  PseudoTerminal terminal(Command({"chat"}), {"TERM=xterm"}, 60);
  terminal.ReadUntil("> ");
  terminal.Type("half a line\x03");
  const std::string rest = terminal.ReadAll();
  EXPECT_EQ(terminal.Wait(), 0) << rest;
  EXPECT_EQ(service_.Requests().size(), 0u);
}

// Types a line, then the arrow up and Enter.
void RecallALine(PseudoTerminal& terminal) {
  terminal.ReadUntil("> ");
  terminal.Type("small talk\n");
  terminal.ReadUntil("welcome");
  terminal.ReadUntil("> ");
  terminal.Type("\x1b[A\n");
  terminal.Type("\x04");
  terminal.ReadAll();
}

TEST_F(Program, RecallsNoLineByDefault) {
  PseudoTerminal terminal(Command({"chat"}), {"TERM=xterm"}, 60);
  RecallALine(terminal);
  EXPECT_EQ(service_.Requests().size(), 1u);
}

TEST_F(Program, RecallsLinesWithHistory) {
  PseudoTerminal terminal(Command({"chat", "--history"}), {"TERM=xterm"}, 60);
  RecallALine(terminal);
  ASSERT_EQ(service_.Requests().size(), 2u);
  EXPECT_EQ(service_.Requests()[1].question(), "small talk");
}

TEST_F(Program, AsksForTheQuestionOnATerminal) {
  PseudoTerminal terminal(Command({"ask"}), {"TERM=dumb"}, 60);
  terminal.ReadUntil("Your question: ");
  terminal.Type("small talk\n");
  terminal.ReadUntil("Ask again any time.");
  const std::string rest = terminal.ReadAll();
  EXPECT_EQ(terminal.Wait(), 0) << rest;
}

}  // namespace
}  // namespace charley::cli
