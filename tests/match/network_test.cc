#include "service/match/network.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace charley::match {
namespace {

// "stop" and "statin" mean one thing together and another apart, which no sum of words can tell.
// A word comes with its letter groups: with one feature alone, what is left out at random would
// turn both into one.
constexpr uint32_t kFeaturesOfAWord = 8;
constexpr uint32_t kFeatures = 3 * kFeaturesOfAWord;

FeatureVector WordsFrom(uint32_t first, uint32_t count) {
  FeatureVector vector;
  const uint32_t features = count * kFeaturesOfAWord;
  for (uint32_t i = 0; i < features; ++i) {
    vector.push_back({first * kFeaturesOfAWord + i, 1 / std::sqrt(static_cast<float>(features))});
  }
  return vector;
}

const FeatureVector kStop = WordsFrom(0, 1);
const FeatureVector kStatin = WordsFrom(1, 1);
const FeatureVector kBoth = WordsFrom(0, 2);
const FeatureVector kNeither = WordsFrom(2, 1);

LabelledVectors Messages() {
  LabelledVectors data;
  for (int i = 0; i < 50; ++i) {
    for (const FeatureVector* vector : {&kStop, &kStatin, &kBoth, &kNeither}) {
      data.vectors.push_back(vector);
      data.labels.push_back(vector == &kStop || vector == &kStatin ? 0 : 1);
    }
  }
  return data;
}

size_t LikeliestBy(const Network& network, const FeatureVector& vector) {
  std::vector<float> scores(network.outer.classes, 0);
  AddOutputs(network.outer, Decide(network.inner, vector), scores.data());
  return static_cast<size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

TEST(TrainNetwork, TakesWordsTogether) {
  const Network network = TrainNetwork(Messages(), kFeatures, 2);
  EXPECT_EQ(LikeliestBy(network, kStop), 0u);
  EXPECT_EQ(LikeliestBy(network, kStatin), 0u);
  EXPECT_EQ(LikeliestBy(network, kBoth), 1u);
  EXPECT_EQ(LikeliestBy(network, kNeither), 1u);
}

TEST(TrainNetwork, LearnsTheSameFromTheSame) {
  const Network first = TrainNetwork(Messages(), kFeatures, 2);
  const Network second = TrainNetwork(Messages(), kFeatures, 2);
  EXPECT_EQ(first.inner.rows, second.inner.rows);
  EXPECT_EQ(first.outer.rows, second.outer.rows);
  EXPECT_EQ(first.outer.biases, second.outer.biases);
}

TEST(TrainNetwork, HasAnOutputForAClassWithoutMessages) {
  const Network network = TrainNetwork(Messages(), kFeatures, 4);
  EXPECT_EQ(network.outer.classes, 4u);
  EXPECT_LT(LikeliestBy(network, kStop), 2u);
}

TEST(AddOutputs, AddsUnitsAboveZeroAndBiasesToWhatIsThere) {
  const LinearWeights outer{2, {1, 2, 3, 4}, {10, 20}};
  std::vector<float> scores = {100, 200};
  AddOutputs(outer, {0.5F, -1.0F}, scores.data());
  EXPECT_EQ(scores, (std::vector<float>{110.5F, 221.0F}));
}

}  // namespace
}  // namespace charley::match
