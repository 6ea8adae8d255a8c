#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "tests/cli/client.h"
#include "tests/support/fake_assistant.h"

namespace charley::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// Stands for a patient's words. It may reach the service and nothing else.
constexpr char kCanary[] = "canary-7f3a";

class Canary : public ::testing::TestWithParam<const char*> {
 protected:
  Finished Run(const std::vector<std::string>& arguments, const std::string& input = "") {
    std::vector<std::string> all = {"--server", GetParam()};
    if (all[1].empty()) all[1] = service_.address();
    all.insert(all.end(), arguments.begin(), arguments.end());
    return RunClient(all, input);
  }

  void ExpectSilence(const Finished& finished) {
    EXPECT_THAT(finished.err, Not(HasSubstr(kCanary)));
    EXPECT_THAT(finished.out, Not(HasSubstr(kCanary)));
  }

  charley::testing::FakeAssistant service_;
};

TEST_P(Canary, IsInNothingThatIsWritten) {
  ExpectSilence(Run({"ask", kCanary}));
  ExpectSilence(Run({"ask", "--json", kCanary}));
  ExpectSilence(Run({"ask"}, kCanary));
  ExpectSilence(Run({"chat"}, absl::StrCat(kCanary, "\nrefuse\n/", kCanary, "\nbreak\n")));
  ExpectSilence(Run({"batch"}, absl::StrCat("{\"question\":\"", kCanary, "\"}\n", kCanary, "\n",
                                            "{\"question\":[\"", kCanary, "\"]}\n")));
  ExpectSilence(Run({"batch", kCanary}));
  ExpectSilence(Run({"topic", kCanary}));
  ExpectSilence(Run({"source", kCanary}));
  ExpectSilence(Run({kCanary}));
  ExpectSilence(Run({"ask", absl::StrCat("--", kCanary)}));
  ExpectSilence(Run({"ask", "x", "--region", kCanary}));
}

// A service that answers, and none.
INSTANTIATE_TEST_SUITE_P(Services, Canary, ::testing::Values("", "127.0.0.1:1"));

}  // namespace
}  // namespace charley::cli
