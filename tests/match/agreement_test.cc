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

// What each topic's answer serves who certainly meant topic `meant`.
std::vector<float> ServedWhoMeant(const knowledge::v1::Pack& pack, int meant) {
  std::vector<float> certain(static_cast<size_t>(pack.topics_size()), 0);
  certain[static_cast<size_t>(meant)] = 1;
  const Agreement agreement(pack);
  std::vector<float> served;
  for (size_t i = 0; i < certain.size(); ++i) served.push_back(agreement.Served(i, certain));
  return served;
}

TEST(Agreement, ServesLessByASecondPlaceThanByAFirst) {
  knowledge::v1::Pack pack = ThreeTopics();  // of places 7; 8 and 7; 4
  Cite(*pack.add_topics(), 8);
  const std::vector<float> served = ServedWhoMeant(pack, 1);
  EXPECT_FLOAT_EQ(served[3], 0.8F);
  EXPECT_FLOAT_EQ(served[0], 0.3F);
}

TEST(Agreement, CountsBothPlacesThatTwoTopicsShareOnce) {
  knowledge::v1::Pack pack = ThreeTopics();
  Cite(*pack.add_topics(), 7);
  Cite(*pack.mutable_topics(3), 8);
  EXPECT_FLOAT_EQ(ServedWhoMeant(pack, 1)[3], 0.8F);
  EXPECT_FLOAT_EQ(ServedWhoMeant(pack, 1)[1], 1.0F);
  EXPECT_FLOAT_EQ(ServedWhoMeant(pack, 3)[1], 0.8F);
}

TEST(Agreement, CountsAPlaceThatATopicCitesTwiceOnce) {
  knowledge::v1::Pack pack = ThreeTopics();
  Cite(*pack.mutable_topics(0), 7);
  EXPECT_FLOAT_EQ(ServedWhoMeant(pack, 0)[0], 1.0F);
  EXPECT_FLOAT_EQ(ServedWhoMeant(pack, 0)[1], 0.8F);
}

TEST(Agreement, ServesByATopicWithoutCitationsOnlyWhoMeantIt) {
  knowledge::v1::Pack pack = ThreeTopics();
  pack.add_topics();
  pack.add_topics();
  EXPECT_FLOAT_EQ(ServedWhoMeant(pack, 3)[3], 1.0F);
  EXPECT_FLOAT_EQ(ServedWhoMeant(pack, 3)[4], 0.0F);
  EXPECT_FLOAT_EQ(ServedWhoMeant(pack, 3)[0], 0.0F);
}

TEST(Agreement, AddsUpWhatIsServedOverAllThatMayBeMeant) {
  EXPECT_FLOAT_EQ(Agreement(ThreeTopics()).Served(1, {0.5F, 0.25F, 0.25F}), 0.8F * 0.5F + 0.25F);
}

TEST(Agreement, KnowsTheSamePlaceByTheFirstCitation) {
  const Agreement agreement(ThreeTopics());
  EXPECT_TRUE(agreement.SamePlace(0, 0));
  EXPECT_FALSE(agreement.SamePlace(0, 1));
}

}  // namespace
}  // namespace charley::match
