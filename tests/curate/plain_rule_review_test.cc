#include "service/curate/plain_rule_review.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "service/curate/compiler.h"
#include "tests/knowledge/valid_pack.h"

namespace charley::curate {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

knowledge::v1::LabelledMessage Message(const std::string& question) {
  knowledge::v1::LabelledMessage message;
  message.set_question(question);
  message.set_expect("not_urgent");
  return message;
}

// A pack whose rule on swollen calves is met by the other words of some ordinary messages.
class PlainRuleReview : public ::testing::Test {
 protected:
  PlainRuleReview() : pack_(knowledge::ValidPack()) {}

  std::vector<std::string> Review(int raised, int others = 100) const {
    knowledge::LabelledMessages ordinary;
    for (int i = 0; i < raised; ++i) *ordinary.Add() = Message("my calf was swollen with pride");
    for (int i = 0; i < others; ++i) *ordinary.Add() = Message("why at night");
    std::vector<std::string> described;
    for (const auto& problem : ReviewPlainRules(*MakeEngine(pack_).value(), ordinary)) {
      described.push_back(knowledge::Describe(problem));
    }
    return described;
  }

  knowledge::v1::Pack pack_;
};

TEST_F(PlainRuleReview, WarnsOfARuleThatRaisesOrdinaryMessagesAlone) {
  EXPECT_THAT(
      Review(kFewestRaised),
      ElementsAre("warning: triage rule RF1.swollen-calf: raises 5 of 105 ordinary messages alone, "
                  "one by 'calf ... swollen'; narrow its phrases, mind words with the same stem, "
                  "or let it need support"));
}

TEST_F(PlainRuleReview, LetsAFewPass) { EXPECT_THAT(Review(kFewestRaised - 1), IsEmpty()); }

TEST_F(PlainRuleReview, LetsASmallShareOfManyPass) {
  EXPECT_THAT(Review(8, /*others=*/20000), IsEmpty());
}

TEST_F(PlainRuleReview, LetsARuleRaiseThatNeedsSupport) {
  pack_.mutable_triage_rules(0)->set_needs_support(true);
  EXPECT_THAT(Review(kFewestRaised), IsEmpty());
}

TEST_F(PlainRuleReview, LetsARuleRaiseThatIsNotUrgent) {
  pack_.mutable_triage_rules(0)->set_level(knowledge::v1::LEVEL_SEE_CLINICIAN);
  EXPECT_THAT(Review(kFewestRaised), IsEmpty());
}

TEST(OrdinaryMessagesOf, AreThoseInWhichNothingUrgentIsTold) {
  knowledge::v1::Pack pack;
  *pack.add_triage_training() = Message("sore after squats");
  *pack.add_triage_training() = Message("chest pain");
  pack.mutable_triage_training(1)->set_expect("urgent");
  *pack.add_conversation_training() = Message("and at night");
  *pack.add_out_of_scope_training() = Message("what time is it");
  std::vector<std::string> questions;
  for (const auto& message : OrdinaryMessagesOf(pack)) questions.push_back(message.question());
  EXPECT_THAT(questions, ElementsAre("sore after squats", "and at night", "what time is it"));
}

}  // namespace
}  // namespace charley::curate
