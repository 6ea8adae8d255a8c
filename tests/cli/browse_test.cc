#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/client.h"
#include "tests/cli/golden.h"
#include "tests/support/fake_assistant.h"

namespace charley::cli {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

class Browse : public ::testing::Test {
 protected:
  Finished Run(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--server", service_.address()});
    return RunClient(arguments);
  }

  charley::testing::FakeAssistant service_;
};

TEST_F(Browse, ListsTheTopicsOfEveryPageByTheme) {
  const Finished finished = Run({"topics"});
  EXPECT_EQ(finished.exit_code, 0);
  ExpectGolden("topics", finished.out);
}

TEST_F(Browse, WritesAllPagesAsOneMessageOfJson) {
  EXPECT_THAT(Run({"topics", "--json"}).out,
              AllOf(HasSubstr("night-cramps-why"), HasSubstr("magnesium"),
                    ::testing::Not(HasSubstr("nextPageToken"))));
}

TEST_F(Browse, ShowsATopic) {
  const Finished finished = Run({"topic", "night-cramps-why"});
  EXPECT_EQ(finished.exit_code, 0);
  ExpectGolden("topic", finished.out);
}

TEST_F(Browse, ShowsASource) {
  const Finished finished = Run({"source", "article"});
  EXPECT_EQ(finished.exit_code, 0);
  ExpectGolden("source", finished.out);
}

TEST_F(Browse, SaysWhatIsNotThere) {
  const Finished finished = Run({"topic", "toothache"});
  EXPECT_EQ(finished.exit_code, 69);
  EXPECT_EQ(finished.out, "");
  EXPECT_THAT(finished.err, AllOf(HasSubstr("names no topic"), HasSubstr("charley topics")));
  EXPECT_EQ(Run({"source", "nowhere"}).exit_code, 69);
}

}  // namespace
}  // namespace charley::cli
