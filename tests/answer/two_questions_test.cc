// Messages with two questions, asked of the compiled cramps pack.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "knowledge/pack_reader.h"
#include "service/answer/engine.h"

namespace charley::answer {
namespace {

using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

class TwoQuestions : public ::testing::Test {
 protected:
  TwoQuestions()
      : engine_(Engine::Create(*knowledge::ReadPack(std::getenv("CHARLEY_PACK"))).value()) {}

  // The topics that answer a message, in their order.
  std::vector<std::string> TopicsOf(const std::string& question) const {
    const v1::AskResponse response = Ask(question);
    std::vector<std::string> topics;
    if (response.has_answer()) topics.push_back(response.answer().topic_id());
    for (const v1::Answer& more : response.more_answers()) topics.push_back(more.topic_id());
    return topics;
  }

  v1::AskResponse Ask(const std::string& question) const {
    v1::AskRequest request;
    request.set_question(question);
    return engine_->Ask(request).response;
  }

 private:
  const std::shared_ptr<const Engine> engine_;
};

TEST_F(TwoQuestions, AreBothAnsweredWithSources) {
  const v1::AskResponse response =
      Ask("why do my calves cramp at night? and does magnesium help with cramps?");
  ASSERT_TRUE(response.has_answer()) << response.DebugString();
  ASSERT_EQ(response.more_answers_size(), 1);
  EXPECT_GT(response.answer().citations_size(), 0);
  EXPECT_GT(response.more_answers(0).citations_size(), 0);
  EXPECT_EQ(response.left_out(), "");
}

TEST_F(TwoQuestions, OfWhichOneIsNotCoveredGetTheOtherAndBeToldSo) {
  const v1::AskResponse response =
      Ask("is pickle juice worth it, and can statins give you cramps?");
  ASSERT_TRUE(response.has_answer()) << response.DebugString();
  EXPECT_EQ(response.answer().topic_id(), "medicines-and-cramps");
  EXPECT_NE(response.left_out(), "");
}

TEST_F(TwoQuestions, AreBothAnsweredWhenTheSamePlaceAnswersThem) {
  EXPECT_THAT(TopicsOf("is heat good for a cramp, and is it ok to rub it"),
              UnorderedElementsAre("heat-for-cramp", "massage-a-cramp"));
  EXPECT_THAT(TopicsOf("how long does a cramp last, and is it normal to be sore the next day?"),
              UnorderedElementsAre("how-long-cramps-last", "sore-after-cramp"));
}

TEST_F(TwoQuestions, AreNotMadeOfAStatementAndItsQuestion) {
  EXPECT_THAT(
      TopicsOf("My calf went into spasm two hours after leg day. should i use ice or heat?"),
      ElementsAre("heat-or-cold"));
  EXPECT_THAT(TopicsOf("my hamstring grabs after every sprint. does magnesium help with cramps?"),
              ElementsAre("magnesium"));
  EXPECT_THAT(TopicsOf("Cramp in calf, I wake up. What to do first?"),
              ElementsAre("night-cramp-what-to-do"));
}

TEST_F(TwoQuestions, AreNotMadeOfAQuestionAndSmallTalk) {
  EXPECT_THAT(TopicsOf("does heat help a cramp? how are you doing today?"),
              ElementsAre("heat-for-cramp"));
}

TEST_F(TwoQuestions, AreAnsweredForWhatTheyAskWhereTheWholeIsClosestToAThird) {
  EXPECT_THAT(
      TopicsOf(
          "how is a cramp best eased when one lies in bed, and what keeps it from coming back?"),
      ElementsAre("night-cramp-what-to-do", "prevent-cramps-coming-back"));
}

TEST_F(TwoQuestions, OfWhichTheSecondLeansOnTheFirstAreBothAnswered) {
  EXPECT_THAT(TopicsOf("do cramps come because a muscle is tired? and is it ok to rub it"),
              ElementsAre("tired-muscles-cramp", "massage-a-cramp"));
}

TEST_F(TwoQuestions, OfWhichOneIsNotCoveredMayStandBehindAStatement) {
  const v1::AskResponse response =
      Ask("I bought a new car. how much is a visit? does heat help a cramp?");
  EXPECT_EQ(response.answer().topic_id(), "heat-for-cramp") << response.DebugString();
  EXPECT_NE(response.left_out(), "");
}

TEST_F(TwoQuestions, OfWhichNeitherIsCoveredAreNotAnsweredByAStatement) {
  EXPECT_TRUE(Ask("my calf cramps at night. which bus goes to the harbour and what does it cost?")
                  .has_not_covered());
}

TEST_F(TwoQuestions, KnowTheSubjectByWhatPatientsCallIt) {
  const v1::AskResponse response = Ask("how much is a visit? and what causes a charley horse?");
  ASSERT_TRUE(response.has_answer()) << response.DebugString();
  EXPECT_NE(response.left_out(), "");
}

TEST_F(TwoQuestions, OfWhichTheSecondLeansOnAnotherMatterAreNotAnswered) {
  EXPECT_TRUE(Ask("do my ears ring since harvest? what causes it?").has_not_covered());
  EXPECT_TRUE(Ask("are period cramps normal? and does heat help the cramps?").has_not_covered());
  EXPECT_TRUE(Ask("My tooth is killing me. does heat help the cramp?").has_not_covered());
}

}  // namespace
}  // namespace charley::answer
