#include "service/curate/judging.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "service/curate/compiler.h"
#include "tests/knowledge/valid_pack.h"

namespace charley::curate {
namespace {

using answer::AskOutcome;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

class JudgeTest : public testing::Test {
 protected:
  JudgeTest() : engine_(MakeEngine(knowledge::ValidPack()).value()) {}

  std::vector<Judgement> Judged(const AskOutcome& outcome) const {
    return Judge(message_, outcome, *engine_);
  }

  // The credit of the one judgement, whose measure must be `measure`.
  double Credit(Measure measure, const AskOutcome& outcome) const {
    const std::vector<Judgement> judgements = Judged(outcome);
    EXPECT_EQ(judgements.size(), 1u);
    EXPECT_EQ(judgements.at(0).measure, measure);
    return judgements.at(0).credit;
  }

  // A question that paragraph 7 or 8 answers.
  void ExpectParagraphs7And8() {
    message_.set_kind("in_scope");
    message_.add_paragraphs(7);
    message_.add_paragraphs(8);
  }

  std::shared_ptr<const answer::Engine> engine_;
  knowledge::v1::LabelledMessage message_;
};

AskOutcome EscalationAt(v1::Urgency urgency) {
  AskOutcome outcome;
  outcome.response.set_urgency(urgency);
  outcome.response.mutable_escalation()->set_headline("Seek urgent care");
  return outcome;
}

AskOutcome AnswerCiting(const std::vector<std::pair<const char*, int>>& citations) {
  AskOutcome outcome;
  outcome.response.set_urgency(v1::URGENCY_SELF_CARE);
  outcome.response.mutable_answer()->set_topic_id("some-topic");
  for (const auto& [source, paragraph] : citations) {
    auto& citation = *outcome.response.mutable_answer()->add_citations();
    citation.set_source_id(source);
    citation.set_paragraph(paragraph);
  }
  return outcome;
}

AskOutcome NotCovered() {
  AskOutcome outcome;
  outcome.response.set_urgency(v1::URGENCY_SELF_CARE);
  outcome.response.mutable_not_covered();
  return outcome;
}

AskOutcome SmallTalk() {
  AskOutcome outcome;
  outcome.response.set_urgency(v1::URGENCY_SELF_CARE);
  outcome.response.mutable_small_talk();
  return outcome;
}

TEST_F(JudgeTest, CountsBothUrgentLevelsAsEscalations) {
  message_.set_expect("urgent");
  EXPECT_EQ(Credit(Measure::kUrgentRecall, EscalationAt(v1::URGENCY_URGENT_TODAY)), 1);
  EXPECT_EQ(Credit(Measure::kUrgentRecall, EscalationAt(v1::URGENCY_EMERGENCY_NOW)), 1);
  EXPECT_EQ(Credit(Measure::kUrgentRecall, AnswerCiting({{"article", 7}})), 0);
  AskOutcome soon = NotCovered();
  soon.response.set_urgency(v1::URGENCY_SEE_CLINICIAN);
  EXPECT_EQ(Credit(Measure::kUrgentRecall, soon), 0);
}

TEST_F(JudgeTest, CountsFalseAlarms) {
  message_.set_expect("not_urgent");
  EXPECT_EQ(Credit(Measure::kFalseAlarms, EscalationAt(v1::URGENCY_URGENT_TODAY)), 1);
  EXPECT_EQ(Credit(Measure::kFalseAlarms, NotCovered()), 0);
}

TEST_F(JudgeTest, DoesNotScoreEither) {
  message_.set_expect("either");
  EXPECT_THAT(Judged(EscalationAt(v1::URGENCY_URGENT_TODAY)), IsEmpty());
}

TEST_F(JudgeTest, AcceptsOneOfTheFirstTwoCitationsOfTheArticle) {
  ExpectParagraphs7And8();
  EXPECT_EQ(Credit(Measure::kInScope, AnswerCiting({{"article", 7}})), 1);
  EXPECT_EQ(Credit(Measure::kInScope, AnswerCiting({{"article", 1}, {"article", 8}})), 1);
  EXPECT_EQ(
      Credit(Measure::kInScope, AnswerCiting({{"article", 1}, {"article", 2}, {"article", 8}})), 0);
  EXPECT_EQ(Credit(Measure::kInScope, AnswerCiting({{"nhs", 0}, {"article", 1}, {"article", 8}})),
            1);
  EXPECT_EQ(Credit(Measure::kInScope, AnswerCiting({{"other", 7}})), 0);
}

TEST_F(JudgeTest, AcceptsNoAnswerThatIsForOtherPeople) {
  ExpectParagraphs7And8();
  AskOutcome outcome = AnswerCiting({{"article", 7}});
  outcome.response.mutable_answer()->set_topic_id("pregnancy");
  EXPECT_EQ(Credit(Measure::kInScope, outcome), 1);
  message_.add_never("pregnancy");
  EXPECT_EQ(Credit(Measure::kInScope, outcome), 0);
}

TEST_F(JudgeTest, TakesAnEscalationForNoAnswerInScope) {
  ExpectParagraphs7And8();
  EXPECT_EQ(Credit(Measure::kInScope, EscalationAt(v1::URGENCY_EMERGENCY_NOW)), 0);
  EXPECT_EQ(Credit(Measure::kInScope, NotCovered()), 0);
}

TEST_F(JudgeTest, GivesHalfForAClarificationWithARightOption) {
  // Of the engine's topics "night" cites the article's paragraph 1 and "heat" another source.
  AskOutcome outcome;
  outcome.response.mutable_clarification()->add_options()->set_topic_id("heat");
  message_.set_kind("in_scope");
  message_.add_paragraphs(1);
  EXPECT_EQ(Credit(Measure::kInScope, outcome), 0);
  outcome.response.mutable_clarification()->add_options()->set_topic_id("night");
  EXPECT_EQ(Credit(Measure::kInScope, outcome), 0.5);
  EXPECT_TRUE(Judged(outcome)[0].wrong);
}

TEST_F(JudgeTest, GivesHalfForEachOfTwoQuestions) {
  message_.set_kind("in_scope");
  message_.add_paragraphs(7);
  message_.add_second_paragraphs(4);
  const auto credits = [this](const AskOutcome& outcome) {
    std::map<Measure, double> by_measure;
    for (const Judgement& judgement : Judged(outcome)) {
      by_measure[judgement.measure] = judgement.credit;
    }
    return by_measure;
  };
  AskOutcome outcome = AnswerCiting({{"article", 4}});
  EXPECT_THAT(credits(outcome),
              ElementsAre(Pair(Measure::kInScope, 1), Pair(Measure::kTwoQuestions, 0.5)));
  *outcome.response.add_more_answers() = AnswerCiting({{"article", 7}}).response.answer();
  EXPECT_THAT(credits(outcome),
              ElementsAre(Pair(Measure::kInScope, 1), Pair(Measure::kTwoQuestions, 1)));
  EXPECT_THAT(credits(NotCovered()),
              ElementsAre(Pair(Measure::kInScope, 0), Pair(Measure::kTwoQuestions, 0)));
}

TEST_F(JudgeTest, WantsOtherQuestionsNotAnswered) {
  for (const auto& [kind, measure] : {std::make_pair("out_of_scope", Measure::kOutOfScope),
                                      std::make_pair("chitchat", Measure::kChitchat)}) {
    message_.set_kind(kind);
    EXPECT_EQ(Credit(measure, NotCovered()), 1);
    EXPECT_EQ(Credit(measure, SmallTalk()), 1);
    EXPECT_EQ(Credit(measure, AnswerCiting({{"article", 7}})), 0);
    EXPECT_EQ(Credit(measure, EscalationAt(v1::URGENCY_URGENT_TODAY)), 0);
  }
}

TEST_F(JudgeTest, JudgesAMessageByBothOfItsLabels) {
  ExpectParagraphs7And8();
  message_.set_expect("not_urgent");
  std::vector<Measure> measures;
  for (const Judgement& judgement : Judged(AnswerCiting({{"article", 7}}))) {
    EXPECT_FALSE(judgement.wrong);
    measures.push_back(judgement.measure);
  }
  EXPECT_THAT(measures, ElementsAre(Measure::kFalseAlarms, Measure::kInScope));
}

TEST_F(JudgeTest, CountsAReplyWithAnEscalationAndAnAnswerAsWrong) {
  AskOutcome both = EscalationAt(v1::URGENCY_EMERGENCY_NOW);
  *both.response.mutable_answer() = AnswerCiting({{"article", 7}}).response.answer();
  EXPECT_TRUE(IsMalformed(both));
  message_.set_expect("urgent");
  EXPECT_EQ(Credit(Measure::kUrgentRecall, both), 0);
  message_.set_expect("not_urgent");
  EXPECT_EQ(Credit(Measure::kFalseAlarms, both), 1);
  message_.clear_expect();
  ExpectParagraphs7And8();
  EXPECT_EQ(Credit(Measure::kInScope, both), 0);
}

TEST_F(JudgeTest, FindsWhateverElseStandsBesideAnEscalation) {
  const AskOutcome plain = EscalationAt(v1::URGENCY_EMERGENCY_NOW);
  EXPECT_FALSE(IsMalformed(plain));
  AskOutcome outcome = plain;
  outcome.response.add_suggestions();
  EXPECT_TRUE(IsMalformed(outcome));
  outcome = plain;
  outcome.response.set_safety_net("Rest.");
  EXPECT_TRUE(IsMalformed(outcome));
  outcome = plain;
  outcome.response.set_left_out("Ask the clinic.");
  EXPECT_TRUE(IsMalformed(outcome));
  outcome = plain;
  outcome.response.set_urgency(v1::URGENCY_SELF_CARE);
  EXPECT_TRUE(IsMalformed(outcome));
}

TEST_F(JudgeTest, FindsARefusalWithAnEscalationAndAReplyWithNothing) {
  EXPECT_TRUE(IsMalformed(AskOutcome()));
  AskOutcome refused;
  refused.violation = answer::FieldViolation{"question", "is empty"};
  EXPECT_FALSE(IsMalformed(refused));
  refused.response.mutable_escalation();
  EXPECT_TRUE(IsMalformed(refused));
}

TEST_F(JudgeTest, DoesNotCountARefusalAsNotCovered) {
  AskOutcome refused;
  refused.violation = answer::FieldViolation{"question", "is empty"};
  message_.set_kind("out_of_scope");
  EXPECT_EQ(Credit(Measure::kOutOfScope, refused), 0);
}

TEST(Summarize, SaysInAFewWordsWhatTheReplyIs) {
  AskOutcome escalation = EscalationAt(v1::URGENCY_EMERGENCY_NOW);
  escalation.response.mutable_escalation()->add_rule_ids("RF1");
  EXPECT_EQ(Summarize(escalation), "escalation emergency now (RF1)");
  EXPECT_EQ(Summarize(AnswerCiting({})), "answer some-topic");
  AskOutcome two = AnswerCiting({});
  two.response.add_more_answers()->set_topic_id("other-topic");
  EXPECT_EQ(Summarize(two), "answer some-topic and other-topic");
  EXPECT_EQ(Summarize(NotCovered()), "not covered");
  EXPECT_EQ(Summarize(SmallTalk()), "small talk");
  EXPECT_EQ(Summarize(AskOutcome()), "nothing");
}

}  // namespace
}  // namespace charley::curate
