#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/client.h"
#include "tests/cli/golden.h"
#include "tests/support/fake_assistant.h"

namespace charley::cli {
namespace {

using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class Ask : public ::testing::Test {
 protected:
  Finished Run(std::vector<std::string> arguments, const std::string& input = "") {
    arguments.insert(arguments.begin(), {"--server", service_.address(), "ask"});
    return RunClient(arguments, input);
  }

  charley::testing::FakeAssistant service_;
};

TEST_F(Ask, ShowsEveryKindOfReply) {
  for (const char* kind : {"answer", "two answers", "clarify", "not covered", "small talk",
                           "clinician", "emergency", "explain"}) {
    const Finished finished = Run({kind, "--region", "GB"});
    EXPECT_EQ(finished.exit_code, 0) << kind;
    EXPECT_EQ(finished.err, "") << kind;
    ExpectGolden(std::string("ask-") + kind, finished.out);
  }
}

TEST_F(Ask, PutsTheEmergencyFirstInWords) {
  EXPECT_THAT(Run({"emergency"}).out, StartsWith("!! SEEK URGENT CARE\n\nCall 999 now.\n"));
}

TEST_F(Ask, ShowsNothingToAskNextBesideAnEmergency) {
  EXPECT_THAT(Run({"emergency"}).out, Not(HasSubstr("also ask")));
}

TEST_F(Ask, ReturnsTheOutcomeWhenAskedTo) {
  EXPECT_EQ(Run({"answer", "--exit-code"}).exit_code, 0);
  EXPECT_EQ(Run({"clarify", "--exit-code"}).exit_code, 0);
  EXPECT_EQ(Run({"small talk", "--exit-code"}).exit_code, 0);
  EXPECT_EQ(Run({"emergency", "--exit-code"}).exit_code, 10);
  EXPECT_EQ(Run({"not covered", "--exit-code"}).exit_code, 11);
  EXPECT_EQ(Run({"emergency", "--exit-code", "--json"}).exit_code, 10);
}

TEST_F(Ask, WritesOneLineOfJson) {
  const std::string out = Run({"emergency", "--json"}).out;
  EXPECT_THAT(out, AllOf(StartsWith("{\"urgency\":\"URGENCY_EMERGENCY_NOW\""),
                         HasSubstr("\"phoneNumbers\":[\"999\",\"112\"]"), EndsWith("}\n")));
  EXPECT_EQ(out.find('\n'), out.size() - 1);
}

TEST_F(Ask, ReadsTheQuestionFromInput) {
  Run({}, "  why\nat night? \n");
  Run({"-"}, "dash");
  ASSERT_EQ(service_.Requests().size(), 2u);
  EXPECT_EQ(service_.Requests()[0].question(), "why\nat night?");
  EXPECT_EQ(service_.Requests()[1].question(), "dash");
}

TEST_F(Ask, SendsRegionAndExplain) {
  Run({"many", "words", "\xff", "--region", "nz", "--explain"});
  ASSERT_EQ(service_.Requests().size(), 1u);
  EXPECT_EQ(service_.Requests()[0].question(), "many words \ufffd");
  EXPECT_EQ(service_.Requests()[0].region(), "NZ");
  EXPECT_TRUE(service_.Requests()[0].explain());
}

TEST_F(Ask, NamesAGuessedRegion) {
  const std::string out =
      RunClient({"--server", service_.address(), "ask", "x"}, "", {{"LANG", "en_IE.UTF-8"}}).out;
  EXPECT_THAT(out, HasSubstr("Region IE, guessed"));
  EXPECT_EQ(service_.Requests().at(0).region(), "IE");
}

TEST_F(Ask, SaysWithAnEmergencyThatNoRegionIsKnown) {
  EXPECT_THAT(Run({"emergency"}).out, HasSubstr("--region GB"));
  EXPECT_THAT(Run({"answer"}).out, Not(HasSubstr("--region")));
}

TEST_F(Ask, RefusesAnEmptyQuestion) {
  const Finished finished = Run({"-"}, " \n");
  EXPECT_EQ(finished.exit_code, 2);
  EXPECT_THAT(finished.err, HasSubstr("the question is empty"));
}

TEST_F(Ask, SaysWhatTheServiceRefused) {
  const Finished finished = Run({"refuse", "--region", "GB"});
  EXPECT_EQ(finished.exit_code, 67);
  EXPECT_EQ(finished.out, "");
  ExpectGolden("ask-refuse", finished.err, service_.address());
}

TEST_F(Ask, GivesTheSafeLineWhenNoServiceAnswers) {
  // Port 1 of the loopback: nothing listens there.
  const Finished finished = RunClient({"ask", "x", "--server", "127.0.0.1:1", "--region", "AU"});
  EXPECT_EQ(finished.exit_code, 78);
  ExpectGolden("ask-unreachable", finished.err);
}

TEST_F(Ask, GivesTheSafeLineWhenTimeRunsOut) {
  const Finished finished = Run({"hold", "--timeout", "0.05"});
  EXPECT_EQ(finished.exit_code, 68);
  EXPECT_THAT(finished.err,
              AllOf(StartsWith("If this may be an emergency"), HasSubstr("took too long")));
  Run({"release"});
}

TEST_F(Ask, LetsNoControlCharacterThrough) {
  for (const char* form : {"--no-color", "--json"}) {
    const std::string out = Run({"hostile", form}).out;
    EXPECT_THAT(out, HasSubstr("hostile"));
    for (const char* control : {"\x1b", "\x07", "\r", "\b", "\x7f", "\u009b", "\u202e"}) {
      EXPECT_THAT(out, Not(HasSubstr(control))) << form;
    }
  }
}

TEST_F(Ask, OwnsUpToAReplyItCannotShow) {
  const Finished finished = Run({"nothing"});
  EXPECT_EQ(finished.exit_code, 76);
  EXPECT_THAT(finished.out, HasSubstr("cannot show"));
}

}  // namespace
}  // namespace charley::cli
