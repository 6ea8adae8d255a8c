#include "service/match/agreement.h"

#include <gtest/gtest.h>

#include <vector>

namespace charley::match {
namespace {

void Cite(knowledge::v1::Topic& topic, int paragraph) {
  topic.add_citations()->set_source_id("article");
  topic.mutable_citations(topic.citations_size() - 1)->set_paragraph(paragraph);
}

knowledge::v1::Pack ThreeTopics() {
  knowledge::v1::Pack pack;
  Cite(*pack.add_topics(), 7);
  Cite(*pack.add_topics(), 8);
  Cite(*pack.mutable_topics(1), 7);
  Cite(*pack.add_topics(), 4);
  return pack;
}

TEST(Agreement, ServesWhoMeantTheTopicItself) {
  const std::vector<float> meant = {1, 0, 0};
  EXPECT_FLOAT_EQ(Agreement(ThreeTopics()).Served(0, meant), 1);
}

TEST(Agreement, ServesPartlyWhoMeantATopicOfTheSamePlace) {
  const std::vector<float> meant = {1, 0, 0};
  const Agreement agreement(ThreeTopics());
  EXPECT_GT(agreement.Served(1, meant), 0.5F);
  EXPECT_LT(agreement.Served(1, meant), 1.0F);
  EXPECT_FLOAT_EQ(agreement.Served(2, meant), 0);
}

TEST(Agreement, KnowsTheSamePlaceByTheFirstCitation) {
  const Agreement agreement(ThreeTopics());
  EXPECT_TRUE(agreement.SamePlace(0, 0));
  EXPECT_FALSE(agreement.SamePlace(0, 1));
}

}  // namespace
}  // namespace charley::match
