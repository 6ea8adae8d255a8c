#include "service/match/example_index.h"

#include <gtest/gtest.h>

#include <utility>

namespace charley::match {
namespace {

Terms Make(std::vector<TermKey> keys) {
  Terms terms;
  terms.keys = std::move(keys);
  return terms;
}

TEST(ExampleIndex, PutsTheExampleWithTheSameWordsFirst) {
  ExampleCollector collector;
  collector.Add(7, Make({1, 2, 3}));
  collector.Add(8, Make({1, 4, 5}));
  const ExampleIndex index(std::move(collector).Take());
  const auto nearest = index.Search(Make({1, 4, 5}), 5);
  ASSERT_EQ(nearest.size(), 2u);
  EXPECT_EQ(nearest[0].target, 8);
  EXPECT_NEAR(nearest[0].cosine, 1, 1e-5);
  EXPECT_LT(nearest[1].cosine, 0.5);
}

TEST(ExampleIndex, CountsATargetOnce) {
  ExampleCollector collector;
  collector.Add(7, Make({1, 2}));
  collector.Add(7, Make({1, 3}));
  const ExampleIndex index(std::move(collector).Take());
  EXPECT_EQ(index.Search(Make({1}), 5).size(), 1u);
}

TEST(ExampleIndex, LowersTheCosineForWordsThatNoExampleHolds) {
  ExampleCollector collector;
  collector.Add(7, Make({1, 2}));
  collector.Add(8, Make({3}));
  const ExampleIndex index(std::move(collector).Take());
  Terms strange = Make({1, 2});
  strange.unknown_words = 3;
  EXPECT_LT(index.Search(strange, 1)[0].cosine, index.Search(Make({1, 2}), 1)[0].cosine);
}

TEST(ExampleIndex, FindsNothingForNoWords) {
  ExampleCollector collector;
  collector.Add(7, Make({1, 2}));
  EXPECT_TRUE(ExampleIndex(std::move(collector).Take()).Search(Make({}), 5).empty());
}

TEST(ExampleIndex, FindsTheRareWordAmongManyExamplesWithTheCommonOne) {
  ExampleCollector collector;
  for (int i = 0; i < 20000; ++i) collector.Add(i, Make({1, static_cast<TermKey>(100 + i)}));
  collector.Add(20000, Make({1, 2, 3, 50}));
  const ExampleIndex index(std::move(collector).Take());
  const auto nearest = index.Search(Make({1, 50}), 3);
  ASSERT_FALSE(nearest.empty());
  EXPECT_EQ(nearest[0].target, 20000);
}

}  // namespace
}  // namespace charley::match
