#include "service/server/options.h"

#include <gmock/gmock.h>

#include <sstream>
#include <vector>

namespace charley::server {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::MatchesRegex;

class OptionsTest : public ::testing::Test {
 protected:
  ParsedOptions Parse(std::vector<const char*> arguments) {
    arguments.insert(arguments.begin(), "charleyd");
    Options defaults;
    defaults.pack_path = "/default.db";
    defaults.http.web_root = "/default/web";
    return ParseOptions(static_cast<int>(arguments.size()), arguments.data(), defaults, out_, err_);
  }
  std::ostringstream out_;
  std::ostringstream err_;
};

TEST_F(OptionsTest, HaveDefaultsThatStayOnLoopback) {
  const ParsedOptions parsed = Parse({});
  EXPECT_FALSE(parsed.exit_code.has_value());
  EXPECT_EQ(parsed.options.pack_path, "/default.db");
  EXPECT_EQ(parsed.options.grpc_address, "127.0.0.1:50051");
  EXPECT_EQ(parsed.options.http.address, "");
  EXPECT_FALSE(parsed.options.reflection);
  EXPECT_EQ(parsed.options.log_level, LogLevel::kInfo);
}

TEST_F(OptionsTest, ReadEveryFlag) {
  const Options options = Parse({"--pack", "/p.db", "--grpc", "127.0.0.1:0", "--http",
                                 "127.0.0.1:0", "--reflection", "--log-level", "error"})
                              .options;
  EXPECT_EQ(options.pack_path, "/p.db");
  EXPECT_EQ(options.grpc_address, "127.0.0.1:0");
  EXPECT_EQ(options.http.address, "127.0.0.1:0");
  EXPECT_TRUE(options.reflection);
  EXPECT_EQ(options.log_level, LogLevel::kError);
}

TEST_F(OptionsTest, ReadTheWebDoor) {
  const Options options =
      Parse({"--http", "127.0.0.1:8080", "--web-root", "/w", "--allow-origin", "https://a.example",
             "--allow-origin", "http://localhost:3000", "--allow-embedding", "https://b.example"})
          .options;
  EXPECT_EQ(options.http.web_root, "/w");
  EXPECT_THAT(options.http.origins,
              ::testing::ElementsAre("https://a.example", "http://localhost:3000"));
  EXPECT_THAT(options.http.embedders, ::testing::ElementsAre("https://b.example"));
}

TEST_F(OptionsTest, TakeOffForNoWebDoor) {
  EXPECT_EQ(Parse({"--http", "off"}).options.http.address, "");
}

TEST_F(OptionsTest, RefuseWhatIsNoOrigin) {
  for (const char* origin : {"*", "null", "clinic.example", "https://", "https://a.example/path",
                             "https://a.example; script-src *", "https://a.example\nx: y"}) {
    EXPECT_EQ(Parse({"--allow-embedding", origin}).exit_code, 2) << origin;
  }
}

TEST_F(OptionsTest, TurnReflectionOffAgain) {
  EXPECT_FALSE(Parse({"--reflection", "--no-reflection"}).options.reflection);
}

TEST_F(OptionsTest, ShowHelpWithExamples) {
  EXPECT_EQ(Parse({"--help"}).exit_code, 0);
  EXPECT_THAT(out_.str(), HasSubstr("Examples:"));
  for (const char* flag : {"--pack", "--grpc", "--http", "--reflection", "--no-reflection",
                           "--log-level", "--version", "CHARLEY_PACK", "SIGHUP"}) {
    EXPECT_THAT(out_.str(), HasSubstr(flag));
  }
  EXPECT_THAT(err_.str(), IsEmpty());
}

TEST_F(OptionsTest, ShowTheVersion) {
  EXPECT_EQ(Parse({"--version"}).exit_code, 0);
  EXPECT_THAT(out_.str(), MatchesRegex("charleyd [0-9]+\\.[0-9]+\\.[0-9]+\n"));
}

TEST_F(OptionsTest, SayInOneLineWhatIsWrong) {
  for (const std::vector<const char*>& arguments :
       {std::vector<const char*>{"--nope"}, {"--log-level", "loud"}, {"--pack"}, {"stray"}}) {
    err_.str("");
    EXPECT_EQ(Parse(arguments).exit_code, 2) << arguments[0];
    EXPECT_THAT(err_.str(), MatchesRegex("charleyd: [^\n]+; see charleyd --help\n"));
  }
}

TEST(DefaultPackPath, IsTheEnvironmentsOrBesideTheProgram) {
  EXPECT_EQ(DefaultPackPath("/e.db", "/opt/bin/charleyd"), "/e.db");
  EXPECT_EQ(DefaultPackPath(nullptr, "/opt/bin/charleyd"), "/opt/share/charley/packs/cramps.db");
  EXPECT_EQ(DefaultPackPath("", "/opt/bin/charleyd"), "/opt/share/charley/packs/cramps.db");
}

}  // namespace
}  // namespace charley::server
