#include "service/match/ranker.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace charley::match {
namespace {

using ::testing::ElementsAre;

std::vector<int> Ordered(std::vector<RankedTopic> topics) {
  OrderByWorth(topics);
  std::vector<int> order;
  for (const RankedTopic& topic : topics) order.push_back(topic.topic);
  return order;
}

TEST(OrderByWorth, KeepsTheLikeliestTopicBeforeOneThatServesHardlyBetter) {
  EXPECT_THAT(Ordered({{7, 0.41F}, {2, 0.20F}, {3, 0.45F}}), ElementsAre(7, 3, 2));
}

TEST(OrderByWorth, PutsATopicFirstThatServesClearlyBetter) {
  EXPECT_THAT(Ordered({{7, 0.30F}, {2, 0.20F}, {3, 0.45F}}), ElementsAre(3, 7, 2));
}

TEST(OrderByWorth, TakesOneTopicOrNone) {
  EXPECT_THAT(Ordered({{7, 0.30F}}), ElementsAre(7));
  EXPECT_THAT(Ordered({}), ElementsAre());
}

}  // namespace
}  // namespace charley::match
