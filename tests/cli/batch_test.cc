#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "tests/cli/client.h"
#include "tests/cli/golden.h"
#include "tests/support/fake_assistant.h"

namespace charley::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

class Batch : public ::testing::Test {
 protected:
  Finished Run(const std::string& input, std::vector<std::string> arguments = {}) {
    arguments.insert(arguments.begin(), {"--server", service_.address(), "batch"});
    return RunClient(arguments, input, {{"LANG", "en_GB.UTF-8"}});
  }

  charley::testing::FakeAssistant service_;
};

std::vector<std::string> Lines(const std::string& text) {
  std::vector<std::string> lines = absl::StrSplit(text, '\n');
  EXPECT_EQ(lines.back(), "");
  lines.pop_back();
  return lines;
}

TEST_F(Batch, WritesOneLineForEach) {
  const Finished finished =
      Run("{\"id\":1,\"question\":\"small talk\"}\n"
          "{\"id\":\"two\",\"question\":\"emergency\",\"earlier\":[\"x\"],\"label\":\"urgent\"}\n"
          "this is not JSON\n"
          "\n"
          "{\"id\":3,\"question\":7}\n"
          "{\"id\":4,\"question\":\"refuse\"}\n"
          "{\"id\":5,\"question\":\"not covered\"}");
  EXPECT_EQ(finished.exit_code, 0);
  EXPECT_EQ(finished.err, "");
  ExpectGolden("batch", finished.out);
}

TEST_F(Batch, KeepsTheOrderWhileLaterCallsEndFirst) {
  // "hold" ends only once "release", a later line, has reached the service.
  const std::vector<std::string> lines =
      Lines(Run("{\"id\":1,\"question\":\"hold\"}\n{\"id\":2,\"question\":\"release\"}\n").out);
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_THAT(lines[0], StartsWith("{\"id\":1,\"response\":"));
  EXPECT_THAT(lines[1], StartsWith("{\"id\":2,\"response\":"));
}

TEST_F(Batch, AnswersManyLinesInOrder) {
  std::string input;
  for (int i = 0; i < 300; ++i) absl::StrAppend(&input, "{\"id\":", i, ",\"question\":\"q\"}\n");
  const std::vector<std::string> lines = Lines(Run(input).out);
  ASSERT_EQ(lines.size(), 300u);
  for (int i = 0; i < 300; ++i) {
    EXPECT_THAT(lines[static_cast<size_t>(i)], StartsWith(absl::StrCat("{\"id\":", i, ",")));
  }
}

TEST_F(Batch, SendsEarlierMessagesAndOnlyAChosenRegion) {
  Run("{\"question\":\"a\",\"earlier\":[\"b\",\"c\"]}\n");
  Run("{\"question\":\"a\"}\n", {"--region", "nz", "--explain"});
  ASSERT_EQ(service_.Requests().size(), 2u);
  EXPECT_EQ(service_.Requests()[0].earlier_size(), 2);
  EXPECT_EQ(service_.Requests()[0].earlier(0), "b");
  EXPECT_EQ(service_.Requests()[0].region(), "");
  EXPECT_EQ(service_.Requests()[1].region(), "NZ");
  EXPECT_TRUE(service_.Requests()[1].explain());
}

TEST_F(Batch, SendsReplacementCharactersForBadBytes) {
  EXPECT_EQ(Run("{\"id\":1,\"question\":\"\xff\xfe\"}\n").exit_code, 0);
  EXPECT_EQ(service_.Requests().at(0).question(), "\ufffd\ufffd");
}

TEST_F(Batch, LeavesAnEmptyQuestionToTheServiceWhoseTriageReadsTheRest) {
  Run("{\"id\":1,\"earlier\":[\"chest pain\"]}\n");
  ASSERT_EQ(service_.Requests().size(), 1u);
  EXPECT_EQ(service_.Requests()[0].earlier(0), "chest pain");
}

TEST_F(Batch, IsEmptyForNoInput) {
  const Finished finished = Run("");
  EXPECT_EQ(finished.exit_code, 0);
  EXPECT_EQ(finished.out, "");
}

TEST_F(Batch, SaysThatTheServiceCannotBeReached) {
  const Finished finished =
      RunClient({"batch", "--server", "127.0.0.1:1"}, "{\"id\":1,\"question\":\"a\"}\nnot JSON\n");
  EXPECT_EQ(finished.exit_code, 78);
  const std::vector<std::string> lines = Lines(finished.out);
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_THAT(lines[0], HasSubstr("\"code\":\"UNAVAILABLE\""));
  EXPECT_THAT(lines[1], HasSubstr("\"code\":\"INVALID_ARGUMENT\""));
  EXPECT_THAT(finished.err, HasSubstr("charleyd --grpc"));
}

TEST_F(Batch, SaysThatAFileCannotBeRead) {
  const Finished finished = Run("", {"/nonexistent/questions.jsonl"});
  EXPECT_EQ(finished.exit_code, 1);
  EXPECT_THAT(finished.err, HasSubstr("cannot be read"));
}

}  // namespace
}  // namespace charley::cli
