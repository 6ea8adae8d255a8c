#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/client.h"
#include "tests/cli/golden.h"
#include "tests/support/fake_assistant.h"

namespace charley::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class Chat : public ::testing::Test {
 protected:
  Finished Run(const std::string& input, std::vector<std::string> arguments = {}) {
    arguments.insert(arguments.begin(), {"chat", "--server", service_.address(), "--region", "GB"});
    return RunClient(arguments, input);
  }

  std::vector<std::string> EarlierOf(size_t request) {
    const auto requests = service_.Requests();
    const auto& earlier = requests.at(request).earlier();
    return {earlier.begin(), earlier.end()};
  }

  charley::testing::FakeAssistant service_;
};

TEST_F(Chat, IsAConversation) {
  const Finished finished =
      Run("answer\n/sources\n2\nclarify\n1\n/help\n/nonsense\nemergency\n/sources\n/new\n"
          "/sources\n/quit\nnever asked\n");
  EXPECT_EQ(finished.exit_code, 0);
  EXPECT_EQ(finished.err, "");
  ExpectGolden("chat", finished.out);
}

TEST_F(Chat, SendsWhatWasSaidBefore) {
  Run("answer\nsmall talk\nnot covered\n");
  EXPECT_THAT(EarlierOf(0), IsEmpty());
  EXPECT_THAT(EarlierOf(1), ElementsAre("answer"));
  EXPECT_THAT(EarlierOf(2), ElementsAre("answer", "small talk"));
}

TEST_F(Chat, StartsAfresh) {
  Run("answer\n/new\n1\n");
  EXPECT_THAT(EarlierOf(1), IsEmpty());
  EXPECT_EQ(service_.Requests().at(1).question(), "1") << "the choices are gone too";
}

TEST_F(Chat, AsksTheQuestionWithTheNumber) {
  Run("answer\n2\nclarify\n1\n3\n");
  EXPECT_EQ(service_.Requests().at(1).question(), "Does magnesium help?");
  EXPECT_EQ(service_.Requests().at(3).question(), "How do I stop a cramp right now?");
  EXPECT_EQ(service_.Requests().at(4).question(), "3") << "there is no third question";
}

TEST_F(Chat, OffersNothingAfterAnEmergency) {
  Run("answer\nemergency\n1\n");
  EXPECT_EQ(service_.Requests().at(2).question(), "1");
}

TEST_F(Chat, KeepsAMessageWhoseCallFailedForTriageAndDropsOneThatWasRefused) {
  const Finished finished = Run("break\nrefuse\nanswer\n");
  EXPECT_EQ(finished.exit_code, 0) << "the last call succeeded";
  EXPECT_THAT(EarlierOf(2), ElementsAre("break"));
  EXPECT_THAT(finished.err, HasSubstr("call 999"));
}

TEST_F(Chat, ReturnsTheCodeOfALastCallThatFailed) {
  EXPECT_EQ(Run("answer\nrefuse\n").exit_code, 67);
}

TEST_F(Chat, WritesNothingButJsonWhenAskedTo) {
  const std::string out = Run("answer\n/help\nemergency\n", {"--json"}).out;
  EXPECT_EQ(std::count(out.begin(), out.end(), '\n'), 2);
  EXPECT_THAT(out, Not(HasSubstr("/quit")));
}

TEST_F(Chat, SkipsEmptyLines) {
  Run("\n  \n\t\n");
  EXPECT_THAT(service_.Requests(), IsEmpty());
}

}  // namespace
}  // namespace charley::cli
