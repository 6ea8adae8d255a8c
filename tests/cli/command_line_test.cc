#include "client/cli/command_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "tests/support/temporary_folder.h"

namespace charley::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

using Arguments = std::vector<std::string>;

// An environment with a config file of its own.
class CommandLine : public ::testing::Test {
 protected:
  void WriteConfig(const std::string& text) {
    std::filesystem::create_directories(folder_.File("charley"));
    std::ofstream(folder_.File("charley/config.toml")) << text;
  }

  ParsedCommandLine Parse(const Arguments& arguments) {
    variables_["XDG_CONFIG_HOME"] = folder_.File("");
    return ParseCommandLine(arguments, [&](const std::string& name) { return variables_[name]; });
  }

  Options OptionsOf(const Arguments& arguments) {
    const ParsedCommandLine parsed = Parse(arguments);
    EXPECT_TRUE(parsed.options.has_value()) << parsed.text;
    return parsed.options.value_or(Options());
  }

  std::string MistakeOf(const Arguments& arguments) {
    const ParsedCommandLine parsed = Parse(arguments);
    EXPECT_FALSE(parsed.options.has_value());
    EXPECT_EQ(parsed.exit_code, 2);
    return parsed.text;
  }

  charley::testing::TemporaryFolder folder_;
  std::map<std::string, std::string> variables_;
};

TEST_F(CommandLine, HasDefaults) {
  const Options options = OptionsOf({"topics"});
  EXPECT_EQ(options.command, Command::kTopics);
  EXPECT_EQ(options.server, "127.0.0.1:50051");
  EXPECT_EQ(options.region, "");
  EXPECT_EQ(options.timeout, "5");
  EXPECT_FALSE(options.json);
}

TEST_F(CommandLine, PutsTheConfigFileBeforeDefaults) {
  WriteConfig("server = \"a:1\"\nregion = \"GB\"\ntimeout = 7\njson = true\nno-color = true\n");
  const Options options = OptionsOf({"topics"});
  EXPECT_EQ(options.server, "a:1");
  EXPECT_EQ(options.region, "GB");
  EXPECT_EQ(options.timeout, "7");
  EXPECT_TRUE(options.json);
  EXPECT_TRUE(options.no_color);
  EXPECT_FALSE(options.explain);
}

TEST_F(CommandLine, PutsTheEnvironmentBeforeTheConfigFile) {
  WriteConfig("server = \"a:1\"\nregion = \"GB\"\njson = true\n");
  variables_["CHARLEY_SERVER"] = "b:2";
  variables_["CHARLEY_JSON"] = "false";
  const Options options = OptionsOf({"topics"});
  EXPECT_EQ(options.server, "b:2");
  EXPECT_EQ(options.region, "GB");
  EXPECT_FALSE(options.json);
}

TEST_F(CommandLine, PutsTheCommandLineFirst) {
  WriteConfig("server = \"a:1\"\n");
  variables_["CHARLEY_SERVER"] = "b:2";
  variables_["CHARLEY_REGION"] = "GB";
  const Options options = OptionsOf({"topics", "--server", "c:3", "--region=nz"});
  EXPECT_EQ(options.server, "c:3");
  EXPECT_EQ(options.region, "nz");
}

TEST_F(CommandLine, TakesOptionsBeforeAndAfterTheCommand) {
  EXPECT_TRUE(OptionsOf({"--json", "ask", "why"}).json);
  const Options after = OptionsOf({"ask", "why", "--json", "--region", "GB"});
  EXPECT_TRUE(after.json);
  EXPECT_EQ(after.region, "GB");
  EXPECT_THAT(after.words, ElementsAre("why"));
}

TEST_F(CommandLine, TakesAQuestionInManyWordsEvenCommands) {
  EXPECT_THAT(OptionsOf({"ask", "my", "health", "topic", "?"}).words,
              ElementsAre("my", "health", "topic", "?"));
  EXPECT_THAT(OptionsOf({"ask", "--", "-5", "degrees"}).words, ElementsAre("-5", "degrees"));
}

TEST_F(CommandLine, RefusesBadValuesWithWhatToDo) {
  EXPECT_THAT(MistakeOf({"topics", "--server", "nowhere"}), HasSubstr("HOST:PORT"));
  EXPECT_THAT(MistakeOf({"topics", "--server", "a:99999"}), HasSubstr("HOST:PORT"));
  EXPECT_THAT(MistakeOf({"topics", "--region", "GBR"}), HasSubstr("two letters"));
  EXPECT_THAT(MistakeOf({"topics", "--timeout", "0"}), HasSubstr("seconds"));
  EXPECT_THAT(MistakeOf({"topics", "--timeout", "nan"}), HasSubstr("seconds"));
  EXPECT_THAT(MistakeOf({"topic"}), HasSubstr("id is required"));
  EXPECT_THAT(MistakeOf({}), HasSubstr("give ask, chat"));
}

TEST_F(CommandLine, NamesThePlaceOfABadSetting) {
  variables_["CHARLEY_TIMEOUT"] = "soon";
  EXPECT_THAT(MistakeOf({"topics"}), HasSubstr("CHARLEY_TIMEOUT"));
  variables_.erase("CHARLEY_TIMEOUT");
  WriteConfig("servr = \"a:1\"\n");
  EXPECT_THAT(MistakeOf({"topics"}), HasSubstr("unknown key \"servr\"; known are server"));
  WriteConfig("json = \"perhaps\"\n");
  EXPECT_THAT(MistakeOf({"topics"}), HasSubstr("--json: must be true or false"));
  WriteConfig("region = [\"GB\", \"NZ\"]\n");
  EXPECT_THAT(MistakeOf({"topics"}), HasSubstr("takes one value"));
}

TEST_F(CommandLine, ShowsHelpAndVersionEvenWithABadConfigFile) {
  WriteConfig("servr = 1\n");
  EXPECT_EQ(Parse({"--help"}).exit_code, 0);
  EXPECT_THAT(Parse({"--help"}).text, HasSubstr("charley ask"));
  EXPECT_THAT(Parse({"--version"}).text, HasSubstr("charley "));
}

TEST_F(CommandLine, RepeatsNoWordThatWasTyped) {
  const std::string words = "my-chest-hurts";
  for (const Arguments& arguments : {Arguments{words},
                                     {"ask", "--" + words},
                                     {"ask", "x", "--json=" + words},
                                     {"topics", words},
                                     {"ask", "x", "--region", words},
                                     {"ask", "x", "--server", words},
                                     {"ask", "x", "--timeout", words},
                                     {"topic", "a", words},
                                     {"batch", "a", words}}) {
    const std::string mistake = MistakeOf(arguments);
    EXPECT_THAT(mistake, Not(HasSubstr("chest"))) << mistake;
    EXPECT_EQ(mistake.find('\n'), mistake.size() - 1) << "one line: " << mistake;
  }
}

TEST(ConfigPath, FollowsTheBaseDirectorySpecification) {
  std::map<std::string, std::string> variables = {{"HOME", "/h"}};
  const Environment environment = [&](const std::string& name) { return variables[name]; };
  EXPECT_EQ(ConfigPath(environment), "/h/.config/charley/config.toml");
  variables["XDG_CONFIG_HOME"] = "/x";
  EXPECT_EQ(ConfigPath(environment), "/x/charley/config.toml");
  variables["XDG_CONFIG_HOME"] = "relative";
  EXPECT_EQ(ConfigPath(environment), "/h/.config/charley/config.toml");
  variables.clear();
  EXPECT_EQ(ConfigPath(environment), "");
}

}  // namespace
}  // namespace charley::cli
