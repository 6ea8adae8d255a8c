#include "service/match/one_versus_rest.h"

#include <gtest/gtest.h>

namespace charley::match {
namespace {

const FeatureVector kFirst = {{0, 1.0F}};
const FeatureVector kSecond = {{1, 1.0F}};
const FeatureVector kThird = {{2, 1.0F}};

size_t Best(const std::vector<float>& scores) {
  return static_cast<size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

TEST(TrainOneVersusRest, TellsClassesApart) {
  const LabelledVectors data{{&kFirst, &kSecond, &kThird, &kFirst}, {2, 0, 1, 2}};
  const LinearWeights weights = TrainOneVersusRest(data, 3, 3);
  EXPECT_EQ(Best(Decide(weights, kFirst)), 2u);
  EXPECT_EQ(Best(Decide(weights, kSecond)), 0u);
  EXPECT_EQ(Best(Decide(weights, kThird)), 1u);
}

TEST(TrainOneVersusRest, TellsTwoClassesApartAndNeverChoosesAnAbsentOne) {
  const LabelledVectors data{{&kFirst, &kSecond}, {2, 1}};
  const LinearWeights weights = TrainOneVersusRest(data, 3, 3);
  EXPECT_EQ(Best(Decide(weights, kFirst)), 2u);
  EXPECT_EQ(Best(Decide(weights, kSecond)), 1u);
}

TEST(TrainBalanced, ScoresTheLabelOneAboveZero) {
  const LabelledVectors data{{&kFirst, &kSecond, &kSecond, &kSecond}, {1, 0, 0, 0}};
  const LinearWeights weights = TrainBalanced(data, 2);
  EXPECT_GT(Decide(weights, kFirst)[0], 0);
  EXPECT_LT(Decide(weights, kSecond)[0], 0);
}

TEST(Join, PutsTheColumnsSideBySide) {
  const LinearWeights left{1, {1, 2}, {3}};
  const LinearWeights right{2, {4, 5, 6, 7}, {8, 9}};
  const LinearWeights both = Join(left, right);
  EXPECT_EQ(both.classes, 3u);
  EXPECT_EQ(both.rows, (std::vector<float>{1, 4, 5, 2, 6, 7}));
  EXPECT_EQ(both.biases, (std::vector<float>{3, 8, 9}));
}

TEST(TrainLogistic, GivesTrueRowsAHigherProbability) {
  const auto coefficients = TrainLogistic({{0.0}, {1.0}, {2.0}, {3.0}}, {false, false, true, true});
  ASSERT_EQ(coefficients.size(), 2u);
  EXPECT_GT(coefficients[0], 0);
  EXPECT_LT(coefficients[1], 0);
}

}  // namespace
}  // namespace charley::match
