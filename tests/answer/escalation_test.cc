// What an escalated reply holds, and what it never holds.

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "service/answer/clinical_advice.h"
#include "service/answer/engine.h"
#include "service/answer/limits.h"
#include "tests/support/test_pack.h"

namespace charley::answer {
namespace {

using ::charley::testing::kChestPain;
using ::charley::testing::kNightQuestion;
using ::charley::testing::kSwollenLeg;
using ::charley::testing::MakeTestEngine;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class EscalationTest : public ::testing::Test {
 protected:
  v1::AskResponse Ask(const std::string& question, const std::vector<std::string>& earlier = {},
                      const std::string& region = "") {
    v1::AskRequest request;
    request.set_question(question);
    for (const std::string& message : earlier) request.add_earlier(message);
    request.set_region(region);
    const AskOutcome outcome = engine_->Ask(request);
    EXPECT_FALSE(outcome.violation.has_value()) << outcome.violation->field;
    return outcome.response;
  }

  void ExpectEscalationAlone(const v1::AskResponse& response) {
    EXPECT_TRUE(response.has_escalation()) << response.DebugString();
    EXPECT_EQ(response.escalation().headline(), "Seek urgent care");
    EXPECT_EQ(response.reply_case(), v1::AskResponse::REPLY_NOT_SET);
    EXPECT_EQ(response.safety_net(), "");
    EXPECT_THAT(response.suggestions(), IsEmpty());
    EXPECT_THAT(response.more_answers(), IsEmpty());
    EXPECT_EQ(response.left_out(), "");
    EXPECT_FALSE(response.has_clinician_advice());
  }

  const std::shared_ptr<const Engine> engine_ = MakeTestEngine();
};

TEST_F(EscalationTest, CarriesNoReply) {
  ExpectEscalationAlone(Ask(kChestPain));
  ExpectEscalationAlone(Ask(kSwollenLeg));
}

TEST_F(EscalationTest, UsesTheManifestsActionWhereTheRuleHasNone) {
  const v1::AskResponse response = Ask(kChestPain, {}, "AU");
  EXPECT_EQ(response.urgency(), v1::URGENCY_EMERGENCY_NOW);
  EXPECT_EQ(response.escalation().action(), "Call 000 now.");
  EXPECT_EQ(response.escalation().reason(), "It may be the heart.");
  EXPECT_THAT(response.escalation().phone_numbers(), ElementsAre("000"));
}

TEST_F(EscalationTest, UsesTheRulesOwnAction) {
  const v1::AskResponse response = Ask(kSwollenLeg, {}, "GB");
  EXPECT_EQ(response.urgency(), v1::URGENCY_URGENT_TODAY);
  EXPECT_EQ(response.escalation().action(),
            "Get it checked today: call NHS 111, or Samaritans on 116 123.");
  EXPECT_THAT(response.escalation().phone_numbers(), ElementsAre("111", "116 123", "999"));
}

TEST_F(EscalationTest, HasNoNumbersWhereTheRegionIsUnknown) {
  const v1::AskResponse response = Ask(kChestPain, {}, "XX");
  EXPECT_EQ(response.escalation().action(), "Call your local emergency number now.");
  EXPECT_THAT(response.escalation().phone_numbers(), IsEmpty());
}

TEST_F(EscalationTest, NamesEveryRuleMostUrgentFirstAndCitesEachPlaceOnce) {
  const v1::AskResponse response = Ask("one leg is swollen and i have chest pain");
  EXPECT_EQ(response.urgency(), v1::URGENCY_EMERGENCY_NOW);
  EXPECT_THAT(response.escalation().rule_ids(), ElementsAre("T1.chest", "T2.swollen"));
  ASSERT_THAT(response.escalation().citations(), SizeIs(2));
  EXPECT_EQ(response.escalation().citations(0).source_id(), "article");
  EXPECT_EQ(response.escalation().citations(1).source_id(), "guideline");
}

TEST_F(EscalationTest, StaysForTheRestOfTheConversation) {
  ExpectEscalationAlone(Ask(kNightQuestion, {kChestPain}));
  ExpectEscalationAlone(Ask("thanks", {kChestPain, kNightQuestion}));
}

TEST_F(EscalationTest, ComesBeforeTheLimits) {
  const std::string filler(limits::kMostQuestionCodePoints + 1, 'a');
  ExpectEscalationAlone(Ask(filler + " " + kChestPain));
  ExpectEscalationAlone(Ask("", {kChestPain}));
  ExpectEscalationAlone(Ask(kChestPain, {}, "no such region"));
  ExpectEscalationAlone(
      Ask(kNightQuestion, std::vector<std::string>(limits::kMostEarlierMessages + 1, kChestPain)));
}

// The second opinion by itself, without a trained model.
class RaisedEscalationTest : public ::testing::Test {
 protected:
  v1::Escalation Compose(const triage::Assessment& assessment) {
    return ComposeEscalation(pack_.manifest(), assessment, Numbers(pack_, "GB"), Citations(pack_));
  }
  const knowledge::v1::Pack pack_ = testing::MakeTestPack();
};

TEST_F(RaisedEscalationTest, TakesTheManifestsWordsWithoutARule) {
  triage::Assessment assessment;
  assessment.level = knowledge::v1::LEVEL_URGENT_TODAY;
  assessment.raised_by_learned = true;
  const v1::Escalation escalation = Compose(assessment);
  EXPECT_EQ(escalation.action(), "Get medical help today: call NHS 111.");
  EXPECT_EQ(escalation.reason(), "This may be serious.");
  EXPECT_THAT(escalation.rule_ids(), IsEmpty());
  ASSERT_THAT(escalation.citations(), SizeIs(1));
  EXPECT_EQ(escalation.citations(0).paragraph(), 13);
}

TEST_F(RaisedEscalationTest, NeverGivesAWeakerActionThanTheLevel) {
  triage::Assessment assessment;
  assessment.level = knowledge::v1::LEVEL_EMERGENCY_NOW;
  assessment.findings.push_back({&pack_.triage_rules(1), {"swollen"}, true, "", 0});
  const v1::Escalation escalation = Compose(assessment);
  EXPECT_EQ(escalation.action(), "Call 999 now.");
  EXPECT_EQ(escalation.reason(), "It may be a clot.");
}

TEST_F(RaisedEscalationTest, LeavesOutRulesThatContextSoftened) {
  triage::Assessment assessment;
  assessment.level = knowledge::v1::LEVEL_EMERGENCY_NOW;
  assessment.findings.push_back({&pack_.triage_rules(0), {"chest"}, true, "", 0});
  assessment.findings.push_back({&pack_.triage_rules(1), {"swollen"}, false, "no", 0});
  EXPECT_THAT(Compose(assessment).rule_ids(), ElementsAre("T1.chest"));
}

}  // namespace
}  // namespace charley::answer
