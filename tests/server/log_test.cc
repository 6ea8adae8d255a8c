#include "service/server/log.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "absl/strings/str_split.h"
#include "service/server/call_log.h"

namespace charley::server {
namespace {

using ::testing::Each;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::MatchesRegex;

class LogTest : public ::testing::Test {
 protected:
  const Log log_{[this](absl::string_view lines) {
                   text_ += std::string(lines);
                   ++writes_;
                 },
                 LogLevel::kInfo};
  std::string text_;
  int writes_ = 0;
};

TEST_F(LogTest, WritesOneObjectALine) {
  log_.Write(LogLevel::kWarning, "something", {{"count", int64_t{3}}, {"name", "x"}});
  EXPECT_THAT(text_, EndsWith("}\n"));
  const auto line = nlohmann::json::parse(text_);
  EXPECT_EQ(line["level"], "warning");
  EXPECT_EQ(line["event"], "something");
  EXPECT_EQ(line["count"], 3);
  EXPECT_EQ(line["name"], "x");
  EXPECT_THAT(line["time"].get<std::string>(),
              MatchesRegex("20..-..-..T..:..:..\\.[0-9][0-9][0-9]Z"));
}

TEST_F(LogTest, LeavesOutLinesBelowItsLevel) {
  log_.Write(LogLevel::kDebug, "detail", {});
  EXPECT_THAT(text_, IsEmpty());
  log_.Write(LogLevel::kError, "trouble", {});
  EXPECT_THAT(text_, HasSubstr("trouble"));
}

TEST_F(LogTest, EscapesWhatCouldForgeALineOrHideInOne) {
  const std::string value = "a\r\nb\x1b[31m\x7f\u202e\u2066\u0085\"\\\xff" + std::string(1, '\0');
  log_.Write(LogLevel::kInfo, "odd", {{"value", absl::string_view(value)}});
  const std::string line = text_.substr(0, text_.size() - 1);
  EXPECT_THAT(line, Each(::testing::AllOf(::testing::Ge(' '), ::testing::Le('~'))));
  EXPECT_THAT(line, HasSubstr("\\u202e"));
  EXPECT_EQ(nlohmann::json::parse(line)["value"],
            "a\r\nb\x1b[31m\x7f\u202e\u2066\u0085\"\\\ufffd" + std::string(1, '\0'));
}

TEST_F(LogTest, TellsACallWithoutWordsOrAddresses) {
  rpc::CallRecord record;
  record.method = "Ask";
  record.code = grpc::StatusCode::INVALID_ARGUMENT;
  record.reason = "INVALID_FIELD";
  record.request_bytes = 12;
  record.time_needed = absl::Microseconds(34);
  CallLog(log_).OnCalls({record});
  const auto line = nlohmann::json::parse(text_);
  EXPECT_EQ(line["event"], "call");
  EXPECT_EQ(line["method"], "Ask");
  EXPECT_EQ(line["code"], 3);
  EXPECT_EQ(line["reason"], "INVALID_FIELD");
  EXPECT_EQ(line["request_bytes"], 12);
  EXPECT_EQ(line["microseconds"], 34);
  EXPECT_EQ(line.size(), 10u);
}

TEST_F(LogTest, TellsCallsThatEndedTogetherInLinesOfOneTime) {
  rpc::CallRecord first;
  first.method = "Ask";
  rpc::CallRecord second;
  second.method = "GetTopic";
  CallLog(log_).OnCalls({first, second});
  const std::vector<std::string> lines = absl::StrSplit(text_, '\n');
  ASSERT_EQ(lines.size(), 3u) << "two lines, each with its line feed";
  EXPECT_EQ(nlohmann::json::parse(lines[0])["method"], "Ask");
  EXPECT_EQ(nlohmann::json::parse(lines[1])["method"], "GetTopic");
  EXPECT_EQ(nlohmann::json::parse(lines[0])["time"], nlohmann::json::parse(lines[1])["time"]);
  EXPECT_EQ(writes_, 1);
}

TEST_F(LogTest, WritesNothingWhenNoLineMattersEnough) {
  const Log quiet([this](absl::string_view) { ++writes_; }, LogLevel::kWarning);
  CallLog(quiet).OnCalls({rpc::CallRecord{}});
  EXPECT_EQ(writes_, 0);
}

TEST(LogLevel, HasANameThatIsReadBack) {
  for (const LogLevel level :
       {LogLevel::kDebug, LogLevel::kInfo, LogLevel::kWarning, LogLevel::kError}) {
    EXPECT_EQ(ParseLogLevel(NameOf(level)), level);
  }
  EXPECT_EQ(ParseLogLevel("loud"), absl::nullopt);
}

}  // namespace
}  // namespace charley::server
