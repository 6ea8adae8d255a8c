#include "service/answer/minimum.h"

#include <gmock/gmock.h>

#include <string>

#include "service/answer/citations.h"
#include "tests/support/status_matchers.h"

namespace charley::answer {
namespace {

using ::charley::testing::IsOk;
using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

class MinimumTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto engine = CreateMinimum();
    ASSERT_THAT(engine, IsOk());
    engine_ = *engine;
  }

  v1::AskResponse Ask(const std::string& question, const std::string& region = "") {
    v1::AskRequest request;
    request.set_question(question);
    request.set_region(region);
    return engine_->Ask(request).response;
  }

  std::shared_ptr<const Engine> engine_;
};

TEST_F(MinimumTest, FiresEachRuleByItsExamples) {
  for (const auto& rule : engine_->pack().triage_rules()) {
    if (rule.level() < knowledge::v1::LEVEL_URGENT_TODAY) continue;
    EXPECT_THAT(rule.fires(), Not(IsEmpty())) << rule.id();
    for (const std::string& example : rule.fires()) {
      const v1::AskResponse response = Ask(example);
      EXPECT_THAT(response.escalation().rule_ids(), Contains(rule.id())) << example;
    }
  }
}

// Rules that need the second opinion's support fire without it here: better a false alarm.
TEST_F(MinimumTest, FiresNoRuleByItsNearMisses) {
  for (const auto& rule : engine_->pack().triage_rules()) {
    if (rule.needs_support()) continue;
    for (const std::string& example : rule.near_misses()) {
      EXPECT_THAT(Ask(example).escalation().rule_ids(), Not(Contains(rule.id()))) << example;
    }
  }
}

TEST_F(MinimumTest, EscalatesTheGravestFlags) {
  for (const char* question :
       {"I have chest pain", "i cant breathe", "his face is drooping on one side", "she collapsed",
        "my mum had a seizure", "the cut won't stop bleeding", "my left calf is swollen and hot",
        "my foot is cold and white", "my pee is dark brown", "numb between my legs", "I can't pee",
        "I want to kill myself"}) {
    const v1::AskResponse response = Ask(question);
    EXPECT_TRUE(response.has_escalation()) << question;
    EXPECT_EQ(response.escalation().headline(), "Seek urgent care");
    EXPECT_THAT(response.escalation().citations(), Not(IsEmpty())) << question;
  }
}

TEST_F(MinimumTest, LeavesOrdinaryQuestionsAlone) {
  for (const char* question :
       {"why do i get cramps at night", "does magnesium help", "how do i stretch my calf",
        "should i use heat or ice on my leg", "thanks", "my calf is sore after a run"}) {
    EXPECT_FALSE(Ask(question).has_escalation()) << question;
  }
}

TEST_F(MinimumTest, KnowsTheRegionsNumbers) {
  EXPECT_THAT(Ask("I have chest pain", "AU").escalation().action(), "Call 000 now.");
  EXPECT_THAT(Ask("I have chest pain", "").escalation().action(),
              "Call your local emergency number now.");
}

TEST_F(MinimumTest, CitesSourcesThatItHolds) {
  const Citations citations(engine_->pack());
  for (const auto& rule : engine_->pack().triage_rules()) {
    EXPECT_THAT(rule.citations(), Not(IsEmpty())) << rule.id();
    for (const auto& citation : rule.citations()) {
      EXPECT_NE(citations.FindSource(citation.source_id()), nullptr) << rule.id();
    }
  }
}

TEST_F(MinimumTest, NamesItsVersion) { EXPECT_THAT(engine_->version(), StartsWith("minimum@")); }

TEST_F(MinimumTest, IsSmallerThanHalfAMegabyte) {
  EXPECT_LT(engine_->pack().ByteSizeLong(), size_t{500000});
}

TEST(Minimum, IsMadeOnceAndKept) {
  const Minimum minimum;
  ASSERT_NE(minimum.Get(), nullptr);
  EXPECT_EQ(minimum.Get(), minimum.Get());
}

}  // namespace
}  // namespace charley::answer
