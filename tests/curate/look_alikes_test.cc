#include "service/curate/look_alikes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "service/answer/pack_vocabulary.h"
#include "tests/knowledge/valid_pack.h"

namespace charley::curate {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<LookAlikes> Find(const knowledge::v1::Pack& pack) {
  auto found = FindLookAlikes(pack, answer::BuildVocabulary(pack));
  EXPECT_TRUE(found.ok()) << found.status();
  return *std::move(found);
}

std::vector<std::string> Described(const knowledge::v1::Pack& pack) {
  std::vector<std::string> described;
  for (const auto& problem : DescribeLookAlikes(pack, Find(pack))) {
    described.push_back(knowledge::Describe(problem));
  }
  return described;
}

// The valid pack with a third topic, which asks what "heat" asks.
knowledge::v1::Pack PackWithLookAlikes() {
  knowledge::v1::Pack pack = knowledge::ValidPack();
  knowledge::v1::Topic& warmth = *pack.add_topics();
  warmth = pack.topics(1);
  warmth.set_id("warmth");
  for (int i = 0; i < warmth.examples_size(); ++i) {
    warmth.set_examples(i, absl::StrCat("heat question ", 12 + i));
  }
  return pack;
}

TEST(FindLookAlikes, FindsNoneAmongTopicsThatSayOtherThings) {
  EXPECT_THAT(Find(knowledge::ValidPack()), IsEmpty());
}

TEST(FindLookAlikes, FindsTwoTopicsThatAreAskedInTheSameWords) {
  const std::vector<LookAlikes> found = Find(PackWithLookAlikes());
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].first, 1);
  EXPECT_EQ(found[0].second, 2);
  EXPECT_EQ(found[0].questions, 26);
  EXPECT_GE(found[0].taken.size(), 6u);
}

TEST(FindLookAlikes, GivesTheSameAgain) {
  const knowledge::v1::Pack pack = PackWithLookAlikes();
  EXPECT_EQ(Described(pack), Described(pack));
}

TEST(FindLookAlikes, HasNothingToCompareInAPackOfOneTopic) {
  knowledge::v1::Pack pack = knowledge::ValidPack();
  pack.mutable_topics()->RemoveLast();
  EXPECT_THAT(Find(pack), IsEmpty());
}

TEST(DescribeLookAlikes, SaysWhichExamplesAndWhatToDo) {
  knowledge::v1::Pack pack = PackWithLookAlikes();
  EXPECT_THAT(
      Described(pack),
      ElementsAre(AllOf(HasSubstr("warning: topics heat and warmth: are hard to tell apart"),
                        HasSubstr(" of 26 questions would be taken for the other, such as '"),
                        HasSubstr("or merge the topics: they cite one place"))));
  pack.mutable_topics(2)->mutable_citations(0)->set_source_id("article");
  EXPECT_THAT(Described(pack), ElementsAre(HasSubstr("or move them")));
}

}  // namespace
}  // namespace charley::curate
