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
  ExampleIndex::Builder builder;
  builder.Add(7, Make({1, 2, 3}));
  builder.Add(8, Make({1, 4, 5}));
  const ExampleIndex index = std::move(builder).Build();
  const auto nearest = index.Search(Make({1, 4, 5}), 5);
  ASSERT_EQ(nearest.size(), 2u);
  EXPECT_EQ(nearest[0].target, 8);
  EXPECT_NEAR(nearest[0].cosine, 1, 1e-5);
  EXPECT_LT(nearest[1].cosine, 0.5);
}

TEST(ExampleIndex, CountsATargetOnce) {
  ExampleIndex::Builder builder;
  builder.Add(7, Make({1, 2}));
  builder.Add(7, Make({1, 3}));
  const ExampleIndex index = std::move(builder).Build();
  EXPECT_EQ(index.Search(Make({1}), 5).size(), 1u);
}

TEST(ExampleIndex, LowersTheCosineForWordsThatNoExampleHolds) {
  ExampleIndex::Builder builder;
  builder.Add(7, Make({1, 2}));
  builder.Add(8, Make({3}));
  const ExampleIndex index = std::move(builder).Build();
  Terms strange = Make({1, 2});
  strange.unknown_words = 3;
  EXPECT_LT(index.Search(strange, 1)[0].cosine, index.Search(Make({1, 2}), 1)[0].cosine);
}

TEST(ExampleIndex, FindsNothingForNoWords) {
  ExampleIndex::Builder builder;
  builder.Add(7, Make({1, 2}));
  EXPECT_TRUE(std::move(builder).Build().Search(Make({}), 5).empty());
}

TEST(ExampleIndex, FindsTheRareWordAmongManyExamplesWithTheCommonOne) {
  ExampleIndex::Builder builder;
  for (int i = 0; i < 20000; ++i) builder.Add(i, Make({1, static_cast<TermKey>(100 + i)}));
  builder.Add(20000, Make({1, 2, 3, 50}));
  const ExampleIndex index = std::move(builder).Build();
  const auto nearest = index.Search(Make({1, 50}), 3);
  ASSERT_FALSE(nearest.empty());
  EXPECT_EQ(nearest[0].target, 20000);
}

}  // namespace
}  // namespace charley::match
