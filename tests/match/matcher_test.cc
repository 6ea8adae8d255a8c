#include "service/match/matcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "service/match/training.h"
#include "tests/match/small_pack.h"

namespace charley::match {
namespace {

// What holds with a trained ranker and with the index alone.
class EitherMatcher : public ::testing::TestWithParam<bool> {
 protected:
  const Ready ready_ = GetParam() ? ByRanker() : ByIndex();
};

INSTANTIATE_TEST_SUITE_P(Matchers, EitherMatcher, ::testing::Bool(),
                         [](const auto& instance) { return instance.param ? "Ranker" : "Index"; });

TEST_P(EitherMatcher, IsCertainOfATitle) {
  const Match match = ready_.Ask({"does HEAT help a cramp"});
  ASSERT_EQ(match.outcome, Outcome::kAnswer);
  EXPECT_EQ(match.topics[0].topic, kHeat);
  EXPECT_EQ(match.topics[0].confidence, 1);
}

TEST_P(EitherMatcher, FindsTheTopicOfEveryExample) {
  const auto pack = SmallPack();
  for (int i = 0; i < pack.topics_size(); ++i) {
    for (const std::string& example : pack.topics(i).examples()) {
      const Match match = ready_.Ask({example});
      ASSERT_EQ(match.outcome, Outcome::kAnswer) << example;
      EXPECT_EQ(match.topics[0].topic, i) << example;
    }
  }
}

TEST_P(EitherMatcher, FindsATopicInOtherWords) {
  const Match match = ready_.Ask({"calf cramps at night in bed"});
  ASSERT_EQ(match.outcome, Outcome::kAnswer);
  EXPECT_EQ(match.topics[0].topic, kNight);
}

TEST(RankingMatcher, NamesTheNextBestTopicsBehindTheBest) {
  const Match match = ByRanker().Ask({"calf cramps at night in bed"});
  ASSERT_EQ(match.topics.size(), 3u);  // of a pack that has no more
  EXPECT_EQ(match.topics[0].topic, kNight);
  for (size_t i = 1; i < match.topics.size(); ++i) {
    EXPECT_GE(match.topics[i - 1].confidence, match.topics[i].confidence);
    EXPECT_NE(match.topics[i - 1].topic, match.topics[i].topic);
  }
}

TEST_P(EitherMatcher, TakesATypingErrorForTheWordThatWasMeant) {
  const Match match = ready_.Ask({"magnesuim for cramps"});
  ASSERT_EQ(match.outcome, Outcome::kAnswer);
  EXPECT_EQ(match.topics[0].topic, kMagnesium);
}

TEST_P(EitherMatcher, DoesNotAnswerWhatThePackDoesNotCover) {
  EXPECT_EQ(ready_.Ask({"translate this contract into polish"}).outcome, Outcome::kNotCovered);
}

TEST_P(EitherMatcher, RepliesToSmallTalk) {
  const Match match = ready_.Ask({"many thanks"});
  ASSERT_EQ(match.outcome, Outcome::kSmallTalk);
  EXPECT_EQ(match.small_talk, kThanks);
}

TEST_P(EitherMatcher, SaysNothingOfAnEmptyMessage) {
  EXPECT_EQ(ready_.Ask({""}).outcome, Outcome::kNotCovered);
  EXPECT_EQ(ready_.matcher->Find({}, false).outcome, Outcome::kNotCovered);
}

TEST_P(EitherMatcher, GivesTheSameMatchForTheSameMessage) {
  const Match first = ready_.Ask({"hot bath or magnesium for my calf"}, true);
  const Match second = ready_.Ask({"hot bath or magnesium for my calf"}, true);
  ASSERT_EQ(first.topics.size(), second.topics.size());
  for (size_t i = 0; i < first.topics.size(); ++i) {
    EXPECT_EQ(first.topics[i].topic, second.topics[i].topic);
    EXPECT_EQ(first.topics[i].confidence, second.topics[i].confidence);
  }
}

TEST(RankingMatcher, ReadsAFollowUpWithWhatCameBefore) {
  const Ready ready = ByRanker();
  const Match match = ready.Ask({"is heat good for a cramp", "any use for my thigh?"});
  ASSERT_FALSE(match.topics.empty());
  EXPECT_EQ(match.topics[0].topic, kHeat);
}

TEST(RankingMatcher, AnswersTheQuestionBesideSmallTalk) {
  const Ready ready = ByRanker();
  const Match match = ready.Ask({"why do my legs cramp at night? thanks a lot"});
  ASSERT_EQ(match.outcome, Outcome::kAnswer);
  EXPECT_EQ(match.topics[0].topic, kNight);
}

TEST(RankingMatcher, AnswersTwoQuestionsOfOneMessage) {
  const Match match =
      ByRanker().Ask({"why do my legs cramp at night? and do magnesium tablets work?"});
  ASSERT_EQ(match.outcome, Outcome::kAnswer);
  ASSERT_EQ(match.more_answers, 1);
  EXPECT_FALSE(match.leaves_out);
  EXPECT_THAT((std::vector<int>{match.topics[0].topic, match.topics[1].topic}),
              ::testing::UnorderedElementsAre(kNight, kMagnesium));
}

TEST(RankingMatcher, AnswersTheQuestionBesideOneThatIsNotCovered) {
  const Ready ready = ByRanker();
  for (const char* message : {"how much is a visit? and is heat good for a cramp",
                              "is heat good for a cramp? and can i park at the clinic?",
                              "who won the football? and is heat good for a cramp"}) {
    const Match match = ready.Ask({message}, true);
    ASSERT_EQ(match.outcome, Outcome::kAnswer) << message;
    EXPECT_EQ(match.topics[0].topic, kHeat) << message;
    EXPECT_EQ(match.more_answers, 0) << message;
    EXPECT_TRUE(match.leaves_out) << message;
    EXPECT_THAT(match.steps, ::testing::Contains("one question of the message is not covered"));
  }
}

TEST(RankingMatcher, ExplainsWithoutChangingWhatItDoes) {
  const Ready ready = ByRanker();
  for (const char* message :
       {"is heat good for a cramp", "many thanks", "translate this contract into polish",
        "who won the football? and is heat good for a cramp",
        "why do my legs cramp at night? and do magnesium tablets work?"}) {
    const Match told = ready.Ask({message}, true);
    const Match kept = ready.Ask({message}, false);
    EXPECT_EQ(told.outcome, kept.outcome) << message;
    EXPECT_EQ(told.coverage, kept.coverage) << message;
    EXPECT_EQ(told.more_answers, kept.more_answers) << message;
    for (size_t i = 0; i < kept.topics.size(); ++i) {
      EXPECT_EQ(told.topics[i].topic, kept.topics[i].topic) << message;
    }
  }
}

TEST(RankingMatcher, NamesTheNearestTopicsOfWhatIsNotCoveredWhenAsked) {
  const Ready ready = ByRanker();
  const Match match = ready.Ask({"translate this contract into polish"}, true);
  EXPECT_EQ(match.outcome, Outcome::kNotCovered);
  EXPECT_FALSE(match.topics.empty());
}

TEST(RankingMatcher, NamesTheWordsAndStepsWhenAsked) {
  const Ready ready = ByRanker();
  const Match match = ready.Ask({"is magnesium any use"}, true);
  ASSERT_FALSE(match.topics.empty());
  ASSERT_FALSE(match.topics[0].matched.empty());
  EXPECT_EQ(match.topics[0].matched[0], "magnesium");
  EXPECT_FALSE(match.steps.empty());
}

TEST(MatcherCreate, RefusesARankerOfAnotherPack) {
  knowledge::v1::Pack pack = SmallPack();
  auto model = TrainRanker(pack, *VocabularyOf(pack));
  ASSERT_TRUE(model.ok());
  *pack.add_models() = *model;
  pack.mutable_topics(0)->set_id("other");
  const auto matcher =
      Matcher::Create(std::make_shared<const knowledge::v1::Pack>(pack), VocabularyOf(pack));
  EXPECT_EQ(matcher.status().code(), absl::StatusCode::kInvalidArgument);
}

TEST(MatcherCreate, RefusesARankerThatDoesNotParse) {
  knowledge::v1::Pack pack = SmallPack();
  auto& model = *pack.add_models();
  model.set_name(kRankerName);
  model.set_data("\xFF\xFF\xFF");
  const auto matcher =
      Matcher::Create(std::make_shared<const knowledge::v1::Pack>(pack), VocabularyOf(pack));
  EXPECT_EQ(matcher.status().code(), absl::StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace charley::match
