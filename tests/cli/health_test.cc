#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/client.h"
#include "tests/support/fake_assistant.h"

namespace charley::cli {
namespace {

using ::testing::HasSubstr;

TEST(Health, FollowsTheService) {
  charley::testing::FakeAssistant service;
  const std::vector<std::string> plain = {"health", "--server", service.address()};
  const std::vector<std::string> json = {"health", "--json", "--server", service.address()};

  EXPECT_EQ(RunClient(plain).exit_code, 0);
  EXPECT_EQ(RunClient(plain).out, "serving at " + service.address() + "\n");
  EXPECT_EQ(RunClient(json).out, "{\"status\":\"SERVING\"}\n");

  service.SetServing(false);
  EXPECT_EQ(RunClient(plain).exit_code, 78);
  EXPECT_THAT(RunClient(plain).err, HasSubstr("not serving"));
  EXPECT_EQ(RunClient(json).out, "{\"status\":\"NOT_SERVING\"}\n");
}

TEST(Health, SaysThatNobodyAnswers) {
  const Finished finished = RunClient({"health", "--server", "127.0.0.1:1"});
  EXPECT_EQ(finished.exit_code, 78);
  EXPECT_THAT(finished.err, HasSubstr("no service answers"));
}

TEST(Version, NeedsNoService) {
  EXPECT_THAT(RunClient({"version"}).out, ::testing::StartsWith("charley "));
  EXPECT_THAT(RunClient({"version", "--json"}).out, ::testing::StartsWith("{\"version\":\""));
}

}  // namespace
}  // namespace charley::cli
