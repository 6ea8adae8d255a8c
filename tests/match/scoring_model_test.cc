#include "service/match/scoring_model.h"

#include <gtest/gtest.h>

#include "service/match/feature_space.h"
#include "service/match/training.h"
#include "tests/match/small_pack.h"

namespace charley::match {
namespace {

class ScoringModelTest : public ::testing::Test {
 protected:
  const knowledge::v1::Pack pack_ = SmallPack();
  const std::shared_ptr<const text::Vocabulary> vocabulary_ = VocabularyOf(pack_);
  const knowledge::v1::RankerModel model_ = *LearnRanker(pack_, *vocabulary_);

  Scores Score(const ScoringModel& scoring, const std::string& message) const {
    const text::Reading reading = text::Read(message, *vocabulary_);
    Scores scores;
    scoring.Score(TokensOf(reading, *vocabulary_), scores);
    return scores;
  }
};

TEST_F(ScoringModelTest, ScoresEveryTargetNoneAndScope) {
  const auto scoring = ScoringModel::Create(model_, *vocabulary_);
  ASSERT_TRUE(scoring.ok());
  EXPECT_EQ(Score(*scoring, "heat pack").size(), 6u);
}

TEST_F(ScoringModelTest, PutsTheTopicOfItsWordsFirst) {
  const auto scoring = ScoringModel::Create(model_, *vocabulary_);
  ASSERT_TRUE(scoring.ok());
  const Scores scores = Score(*scoring, "hot water bottle for my calf");
  EXPECT_GT(scores[kHeat], scores[kNight]);
  EXPECT_GT(scores[kHeat], scores[kMagnesium]);
}

TEST_F(ScoringModelTest, ScoresWordsThatNoVocabularyKnowsByTheirLetters) {
  const auto scoring = ScoringModel::Create(model_, *vocabulary_);
  ASSERT_TRUE(scoring.ok());
  const Scores scores = Score(*scoring, "magnesiumcitrate");
  EXPECT_GT(scores[kMagnesium], scores[kNight]);
}

TEST_F(ScoringModelTest, GivesAMessageWithoutWordsItsBiasesAlone) {
  const auto model = LearnRanker(pack_, *vocabulary_, {.features = {}, .network = false});
  ASSERT_TRUE(model.ok());
  EXPECT_EQ(model->units(), 0u);
  const auto scoring = ScoringModel::Create(*model, *vocabulary_);
  ASSERT_TRUE(scoring.ok());
  const Scores scores = Score(*scoring, "");
  ASSERT_EQ(scores.size(), static_cast<size_t>(model->biases_size()));
  for (int i = 0; i < model->biases_size(); ++i) {
    EXPECT_FLOAT_EQ(scores[static_cast<size_t>(i)], model->biases(i));
  }
}

TEST_F(ScoringModelTest, AddsWhatTheNetworkSaysToEveryScoreButThatOfScope) {
  auto louder = model_;
  for (float& bias : *louder.mutable_outer_biases()) bias += 1;
  const auto scoring = ScoringModel::Create(model_, *vocabulary_);
  const auto louder_scoring = ScoringModel::Create(louder, *vocabulary_);
  ASSERT_TRUE(scoring.ok() && louder_scoring.ok());
  const Scores scores = Score(*scoring, "hot water bottle");
  const Scores louder_scores = Score(*louder_scoring, "hot water bottle");
  for (size_t i = 0; i + 1 < scores.size(); ++i) {
    EXPECT_NEAR(louder_scores[i], scores[i] + 1, 1e-5) << i;
  }
  EXPECT_FLOAT_EQ(louder_scores.back(), scores.back());
}

TEST_F(ScoringModelTest, RefusesAModelWhosePartsDoNotFit) {
  auto broken = model_;
  broken.mutable_rows()->pop_back();
  EXPECT_EQ(ScoringModel::Create(broken, *vocabulary_).status().code(),
            absl::StatusCode::kInvalidArgument);
  broken = model_;
  broken.add_pairs(1);
  EXPECT_FALSE(ScoringModel::Create(broken, *vocabulary_).ok());
  broken = model_;
  broken.add_outer(1);
  EXPECT_FALSE(ScoringModel::Create(broken, *vocabulary_).ok());
  broken = model_;
  broken.mutable_outer_biases()->RemoveLast();
  EXPECT_FALSE(ScoringModel::Create(broken, *vocabulary_).ok());
  broken = model_;
  broken.set_units(0);
  EXPECT_FALSE(ScoringModel::Create(broken, *vocabulary_).ok());
  broken = model_;
  broken.set_pairs(0, 1000000);
  EXPECT_FALSE(ScoringModel::Create(broken, *vocabulary_).ok());
}

}  // namespace
}  // namespace charley::match
