#include "service/match/linear_model.h"

#include <gtest/gtest.h>

#include "service/match/feature_space.h"
#include "service/match/training.h"
#include "tests/match/small_pack.h"

namespace charley::match {
namespace {

class LinearModelTest : public ::testing::Test {
 protected:
  const knowledge::v1::Pack pack_ = SmallPack();
  const std::shared_ptr<const text::Vocabulary> vocabulary_ = VocabularyOf(pack_);
  const knowledge::v1::RankerModel model_ = *LearnRanker(pack_, *vocabulary_);

  Scores Score(const LinearModel& linear, const std::string& message) const {
    const text::Reading reading = text::Read(message, *vocabulary_);
    Scores scores;
    linear.Score(TokensOf(reading, *vocabulary_), scores);
    return scores;
  }
};

TEST_F(LinearModelTest, ScoresEveryTargetNoneAndScope) {
  const auto linear = LinearModel::Create(model_, *vocabulary_);
  ASSERT_TRUE(linear.ok());
  EXPECT_EQ(Score(*linear, "heat pack").size(), 6u);
}

TEST_F(LinearModelTest, PutsTheTopicOfItsWordsFirst) {
  const auto linear = LinearModel::Create(model_, *vocabulary_);
  ASSERT_TRUE(linear.ok());
  const Scores scores = Score(*linear, "hot water bottle for my calf");
  EXPECT_GT(scores[kHeat], scores[kNight]);
  EXPECT_GT(scores[kHeat], scores[kMagnesium]);
}

TEST_F(LinearModelTest, ScoresWordsThatNoVocabularyKnowsByTheirLetters) {
  const auto linear = LinearModel::Create(model_, *vocabulary_);
  ASSERT_TRUE(linear.ok());
  const Scores scores = Score(*linear, "magnesiumcitrate");
  EXPECT_GT(scores[kMagnesium], scores[kNight]);
}

TEST_F(LinearModelTest, GivesAMessageWithoutWordsItsBiasesAlone) {
  const auto linear = LinearModel::Create(model_, *vocabulary_);
  ASSERT_TRUE(linear.ok());
  const Scores scores = Score(*linear, "");
  for (int i = 0; i < model_.biases_size(); ++i) {
    EXPECT_FLOAT_EQ(scores[static_cast<size_t>(i)], model_.biases(i));
  }
}

TEST_F(LinearModelTest, RefusesAModelWhosePartsDoNotFit) {
  auto broken = model_;
  broken.mutable_rows()->pop_back();
  EXPECT_EQ(LinearModel::Create(broken, *vocabulary_).status().code(),
            absl::StatusCode::kInvalidArgument);
  broken = model_;
  broken.add_pairs(1);
  EXPECT_FALSE(LinearModel::Create(broken, *vocabulary_).ok());
  broken = model_;
  broken.set_pairs(0, 1000000);
  EXPECT_FALSE(LinearModel::Create(broken, *vocabulary_).ok());
}

}  // namespace
}  // namespace charley::match
