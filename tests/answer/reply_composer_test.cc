#include "service/answer/reply_composer.h"

#include <gtest/gtest.h>

#include "tests/support/test_pack.h"

namespace charley::answer {
namespace {

class ReplyComposerTest : public ::testing::Test {
 protected:
  v1::AskResponse Reply(const match::Match& match) const {
    v1::AskResponse response;
    const AssessedQuestion asked{question_, assessment_, FindRegion(pack_, "GB"), nullptr};
    response.ParseFromString(composer_.Reply(asked, match, {}).bytes);
    return response;
  }

  static match::Match Answer() {
    match::Match match;
    match.outcome = match::Outcome::kAnswer;
    match.topics.resize(2);
    match.topics[0].topic = 0;
    match.topics[1].topic = 1;
    return match;
  }

 private:
  const knowledge::v1::Pack pack_ = testing::MakeTestPack();
  const std::string version_ = "test@0";
  const Citations citations_{pack_};
  const Suggestions suggestions_{pack_};
  const Catalogue catalogue_{pack_, version_, citations_, suggestions_};
  const ReplyComposer composer_{pack_, version_, citations_, suggestions_, catalogue_};
  const text::Reading question_;
  const triage::Assessment assessment_;
};

TEST_F(ReplyComposerTest, SaysBesideAnAnswerThatSomethingIsLeftOut) {
  match::Match match = Answer();
  EXPECT_EQ(Reply(match).left_out(), "");
  match.leaves_out = true;
  const v1::AskResponse response = Reply(match);
  EXPECT_TRUE(response.has_answer());
  EXPECT_EQ(response.left_out(), "Ask NHS 111 about the rest.");
}

TEST_F(ReplyComposerTest, SaysItBesideNoOtherReply) {
  match::Match match = Answer();
  match.leaves_out = true;
  match.outcome = match::Outcome::kClarify;
  match.options = 2;
  EXPECT_EQ(Reply(match).left_out(), "");
  match.outcome = match::Outcome::kNotCovered;
  EXPECT_EQ(Reply(match).left_out(), "");
}

TEST_F(ReplyComposerTest, AddsTheAnswerToASecondQuestion) {
  match::Match match = Answer();
  match.more_answers = 1;
  EXPECT_EQ(Reply(match).more_answers_size(), 1);
}

}  // namespace
}  // namespace charley::answer
