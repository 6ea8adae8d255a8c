// The manual and the shells' completion say what the program takes.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include "absl/strings/str_cat.h"
#include "client/cli/command_line.h"

namespace charley::cli {
namespace {

using ::testing::ContainerEq;
using ::testing::HasSubstr;

using Words = std::set<std::string>;

std::string Read(const std::string& path) {
  std::ifstream file("client/cli/" + path);
  EXPECT_TRUE(file) << path;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

// Every first group of `pattern` in `text`, each with `before` put before it.
Words Find(const std::string& text, const std::string& pattern, const std::string& before = "") {
  const std::regex regex(pattern);
  Words words;
  for (auto it = std::sregex_iterator(text.begin(), text.end(), regex);
       it != std::sregex_iterator(); ++it) {
    words.insert(before + (*it)[1].str());
  }
  return words;
}

Words Set(const std::vector<std::string>& words) { return {words.begin(), words.end()}; }

std::string Shell(const std::string& command) {
  std::string output;
  FILE* const pipe = popen(command.c_str(), "r");
  std::array<char, 256> bytes;
  while (fgets(bytes.data(), bytes.size(), pipe) != nullptr) output += bytes.data();
  EXPECT_EQ(pclose(pipe), 0) << command;
  return output;
}

TEST(Manual, NamesEveryCommandOptionAndVariableAndNoOther) {
  const Grammar grammar = DescribeGrammar();
  const std::string manual = Read("charley.1.scd");
  EXPECT_THAT(Find(manual, "\\*(--[a-z-]+)\\*"), ContainerEq(Set(grammar.options)));
  EXPECT_THAT(Find(manual, "\\*charley\\* \\[_OPTIONS_\\] \\*([a-z]+)\\*"),
              ContainerEq(Set(grammar.commands)));
  EXPECT_THAT(Find(manual, "\\*(CHARLEY_[A-Z_]+)\\*"), ContainerEq(Set(grammar.variables)));
}

TEST(Manual, DescribesEveryCommandUnderItsHeading) {
  const std::string manual = Read("charley.1.scd");
  const size_t from = manual.find("# COMMANDS"), to = manual.find("# OPTIONS");
  EXPECT_THAT(Find(manual.substr(from, to - from), "\n\\*([a-z]+)\\*[^\n]*\n\t"),
              ContainerEq(Set(DescribeGrammar().commands)));
}

TEST(BashCompletion, NamesWhatTheProgramTakes) {
  const Grammar grammar = DescribeGrammar();
  const std::string bash = Read("completion/charley.bash");
  EXPECT_THAT(Find(bash, "(--[a-z-]+)"), ContainerEq(Set(grammar.options)));
  const std::string line = *Find(bash, "commands=\"([^\"]+)\"").begin();
  EXPECT_THAT(Find(line, "([a-z]+)"), ContainerEq(Set(grammar.commands)));
}

TEST(ZshCompletion, NamesWhatTheProgramTakes) {
  const Grammar grammar = DescribeGrammar();
  const std::string zsh = Read("completion/_charley");
  EXPECT_THAT(Find(zsh, "(--[a-z-]+)"), ContainerEq(Set(grammar.options)));
  EXPECT_THAT(Find(zsh, "\n    '([a-z]+):"), ContainerEq(Set(grammar.commands)));
}

TEST(FishCompletion, NamesWhatTheProgramTakes) {
  const Grammar grammar = DescribeGrammar();
  const std::string fish = Read("completion/charley.fish");
  EXPECT_THAT(Find(fish, "\ncomplete[^\n]* -l ([a-z-]+)", "--"), ContainerEq(Set(grammar.options)));
  EXPECT_THAT(Find(fish, " -a ([a-z]+)"), ContainerEq(Set(grammar.commands)));
  const std::string line = *Find(fish, "set -l commands ([^\n]+)").begin();
  EXPECT_THAT(Find(line, "([a-z]+)"), ContainerEq(Set(grammar.commands)));
}

// What bash offers after these words, the last of them unfinished.
std::string Completed(const std::string& words, int count) {
  return Shell(absl::StrCat("bash -c 'set -eu; . client/cli/completion/charley.bash; COMP_WORDS=(",
                            words, "); COMP_CWORD=", count - 1,
                            "; _charley || true; echo \"${COMPREPLY[*]}\"'"));
}

TEST(BashCompletion, CompletesCommandsOptionsAndFiles) {
  EXPECT_EQ(Completed("charley top", 2), "topics topic\n");
  EXPECT_EQ(Completed("charley ask --j", 3), "--json\n");
  EXPECT_EQ(Completed("charley batch client/cli/charley.1", 3), "client/cli/charley.1.scd\n");
  EXPECT_EQ(Completed("charley ask w", 3), "\n");
  EXPECT_EQ(Completed("charley --server l", 3), "\n");
}

TEST(Help, NamesEveryCommandAndOption) {
  const std::string help =
      ParseCommandLine({"--help"}, [](const std::string&) { return std::string(); }).text;
  const Grammar grammar = DescribeGrammar();
  for (const std::string& option : grammar.options) EXPECT_THAT(help, HasSubstr(option));
  for (const std::string& command : grammar.commands) EXPECT_THAT(help, HasSubstr(command + " "));
}

}  // namespace
}  // namespace charley::cli
