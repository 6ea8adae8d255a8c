// What Engine::Ask puts into a reply.

#include <gmock/gmock.h>

#include <string>

#include "service/answer/engine.h"
#include "service/answer/limits.h"
#include "tests/support/test_pack.h"

namespace charley::answer {
namespace {

using ::charley::testing::kChestPain;
using ::charley::testing::kNightQuestion;
using ::charley::testing::kOutOfScope;
using ::charley::testing::kStopQuestion;
using ::charley::testing::MakeTestEngine;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

class ComposeTest : public ::testing::Test {
 protected:
  v1::AskResponse Ask(const std::string& question) {
    v1::AskRequest request;
    request.set_question(question);
    return Ask(request);
  }
  v1::AskResponse Ask(const v1::AskRequest& request) {
    const AskOutcome outcome = engine_->Ask(request);
    EXPECT_FALSE(outcome.violation.has_value()) << outcome.violation->field;
    return outcome.response;
  }

  const std::shared_ptr<const Engine> engine_ = MakeTestEngine();
};

TEST_F(ComposeTest, AnswersWithTheTopicAndItsCitations) {
  const v1::AskResponse response = Ask(kNightQuestion);
  ASSERT_TRUE(response.has_answer()) << response.DebugString();
  EXPECT_EQ(response.answer().topic_id(), "night-cramps");
  EXPECT_EQ(response.answer().title(), "Why do cramps come at night?");
  EXPECT_THAT(response.answer().text(), HasSubstr("pointed foot"));
  EXPECT_EQ(response.urgency(), v1::URGENCY_SELF_CARE);
  EXPECT_EQ(response.pack_version(), "test@");
  EXPECT_FALSE(response.has_escalation());
  EXPECT_FALSE(response.has_explanation());
  EXPECT_FALSE(response.has_clinician_advice());
}

TEST_F(ComposeTest, CitesEachPlaceOnceWithWhatThePackKnowsOfTheSource) {
  const v1::AskResponse response = Ask(kNightQuestion);
  ASSERT_THAT(response.answer().citations(), SizeIs(1));
  const v1::Citation& citation = response.answer().citations(0);
  EXPECT_EQ(citation.source_id(), "article");
  EXPECT_EQ(citation.paragraph(), 7);
  EXPECT_EQ(citation.quote(), "shortens the calf muscle");
  EXPECT_EQ(citation.title(), "Leg cramps");
  EXPECT_EQ(citation.publisher(), "Clinic");
  EXPECT_EQ(citation.date(), "2025-12-24");
  EXPECT_EQ(citation.evidence(), v1::EVIDENCE_ARTICLE);
}

TEST_F(ComposeTest, MarksTheClinicsOpinion) {
  const v1::AskResponse response = Ask("does magnesium help");
  ASSERT_THAT(response.answer().citations(), SizeIs(2));
  EXPECT_EQ(response.answer().citations(0).evidence(), v1::EVIDENCE_CLINIC_OPINION);
  EXPECT_EQ(response.answer().citations(1).evidence(), v1::EVIDENCE_GUIDELINE);
  EXPECT_EQ(response.answer().citations(1).uri(), "https://example.org/clots");
}

TEST_F(ComposeTest, FillsTheSafetyNetWithTheRegionsNumber) {
  v1::AskRequest request;
  request.set_question(kNightQuestion);
  request.set_region("AU");
  EXPECT_EQ(Ask(request).safety_net(), "Call 000 for chest pain.");
  request.set_region("XX");
  EXPECT_EQ(Ask(request).safety_net(), "Call your local emergency number for chest pain.");
}

TEST_F(ComposeTest, SaysNotCoveredWithTheRegionsAdviceLine) {
  v1::AskRequest request;
  request.set_question(kOutOfScope);
  request.set_region("GB");
  const v1::AskResponse response = Ask(request);
  ASSERT_TRUE(response.has_not_covered()) << response.DebugString();
  EXPECT_EQ(response.not_covered().text(), "I only know about cramps; ask NHS 111.");
  EXPECT_EQ(response.not_covered().translated_text(), "");
  EXPECT_THAT(response.safety_net(), Not(IsEmpty()));
}

TEST_F(ComposeTest, RepliesToSmallTalk) {
  const v1::AskResponse response = Ask("thanks");
  ASSERT_TRUE(response.has_small_talk()) << response.DebugString();
  EXPECT_EQ(response.small_talk().text(), "You are welcome.");
  EXPECT_THAT(response.safety_net(), Not(IsEmpty()));
}

TEST_F(ComposeTest, AdvisesAVisitWhereTheTopicSaysSo) {
  const v1::AskResponse response = Ask("my cramps keep coming back");
  ASSERT_TRUE(response.has_answer());
  EXPECT_EQ(response.urgency(), v1::URGENCY_SEE_CLINICIAN);
  EXPECT_EQ(response.clinician_advice().action(), "Book a visit.");
  EXPECT_EQ(response.clinician_advice().reason(), "Worth a look.");
  EXPECT_THAT(response.clinician_advice().rule_ids(), IsEmpty());
}

TEST_F(ComposeTest, AdvisesAVisitByTheRuleThatFired) {
  const v1::AskResponse response = Ask("i keep tripping, how do i stop a cramp");
  EXPECT_EQ(response.urgency(), v1::URGENCY_SEE_CLINICIAN);
  EXPECT_FALSE(response.has_escalation());
  EXPECT_EQ(response.clinician_advice().reason(), "Weak legs need a look.");
  EXPECT_THAT(response.clinician_advice().rule_ids(), ElementsAre("T3.tripping"));
  ASSERT_THAT(response.clinician_advice().citations(), SizeIs(1));
  EXPECT_EQ(response.clinician_advice().citations(0).source_id(), "guideline");
}

TEST_F(ComposeTest, AddsTheEmergencyCardWhenARedFlagIsAskedAboutInGeneral) {
  v1::AskRequest request;
  request.set_question("what are the signs of one leg swelling");
  request.set_region("GB");
  const v1::AskResponse response = Ask(request);
  EXPECT_FALSE(response.has_escalation()) << response.DebugString();
  EXPECT_EQ(response.safety_net(), "Call 999 for chest pain. With these signs, call 999.");
}

TEST_F(ComposeTest, ExplainsOnlyWhenAsked) {
  v1::AskRequest request;
  request.set_question(kStopQuestion);
  request.set_explain(true);
  const v1::AskResponse response = Ask(request);
  ASSERT_TRUE(response.has_explanation());
  EXPECT_EQ(response.explanation().read_as(), "how do i stop a cramp");
  ASSERT_THAT(response.explanation().topics(), Not(IsEmpty()));
  EXPECT_EQ(response.explanation().topics(0).topic_id(), "stop-a-cramp");
  EXPECT_LE(response.explanation().topics_size(), static_cast<int>(limits::kMostExplainedTopics));
}

TEST_F(ComposeTest, ExplainsWhichRuleFired) {
  v1::AskRequest request;
  request.set_question(kChestPain);
  request.set_explain(true);
  const v1::AskResponse response = Ask(request);
  ASSERT_THAT(response.explanation().rules(), Not(IsEmpty()));
  EXPECT_EQ(response.explanation().rules(0).rule_id(), "T1.chest");
  EXPECT_TRUE(response.explanation().rules(0).fired());
  EXPECT_EQ(response.explanation().rules(0).level(), v1::URGENCY_EMERGENCY_NOW);
}

TEST_F(ComposeTest, SetsExactlyOneOfEscalationAndReply) {
  for (const char* question : {kNightQuestion, kStopQuestion, kChestPain, kOutOfScope, "thanks",
                               "cramps", "?", "no chest pain", "\xff\xfe"}) {
    const v1::AskResponse response = Ask(question);
    const bool has_reply = response.reply_case() != v1::AskResponse::REPLY_NOT_SET;
    EXPECT_NE(response.has_escalation(), has_reply) << question;
    EXPECT_EQ(response.has_escalation(), response.urgency() >= v1::URGENCY_URGENT_TODAY)
        << question;
    EXPECT_EQ(response.safety_net().empty(), response.has_escalation()) << question;
  }
}

TEST_F(ComposeTest, GivesTheSameBytesForTheSameQuestion) {
  v1::AskRequest request;
  request.set_question("cramps at night, does magnesium help?");
  request.add_earlier(kStopQuestion);
  request.set_explain(true);
  const std::string first = Ask(request).SerializeAsString();
  for (int i = 0; i < 20; ++i) EXPECT_EQ(Ask(request).SerializeAsString(), first);
  EXPECT_EQ(MakeTestEngine()->Ask(request).response.SerializeAsString(), first);
}

}  // namespace
}  // namespace charley::answer
