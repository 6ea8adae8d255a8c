// Messages with two questions, asked of the compiled cramps pack.

#include <gtest/gtest.h>

#include <cstdlib>
#include <memory>
#include <string>

#include "knowledge/pack_reader.h"
#include "service/answer/engine.h"

namespace charley::answer {
namespace {

class TwoQuestions : public ::testing::Test {
 protected:
  TwoQuestions()
      : engine_(Engine::Create(*knowledge::ReadPack(std::getenv("CHARLEY_PACK"))).value()) {}

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

TEST_F(TwoQuestions, KnowTheSubjectByWhatPatientsCallIt) {
  const v1::AskResponse response = Ask("how much is a visit? and what causes a charley horse?");
  ASSERT_TRUE(response.has_answer()) << response.DebugString();
  EXPECT_NE(response.left_out(), "");
}

TEST_F(TwoQuestions, OfWhichTheSecondLeansOnAnotherMatterAreNotAnswered) {
  EXPECT_TRUE(Ask("do my ears ring since harvest? what causes it?").has_not_covered());
  EXPECT_TRUE(Ask("are period cramps normal? and does heat help the cramps?").has_not_covered());
}

}  // namespace
}  // namespace charley::answer
