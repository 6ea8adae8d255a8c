#include "service/curate/topic_comparison.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "absl/strings/match.h"
#include "service/curate/compiler.h"
#include "service/curate/explanation_text.h"
#include "tests/curate/second_pack.h"
#include "tests/knowledge/valid_pack.h"

namespace charley::curate {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

// Compares topics of the second pack.
class CompareTopicsTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    knowledge::v1::Pack pack = CompileSecondPack();
    const auto ranker = FindRanker(pack);
    ASSERT_TRUE(ranker.ok() && ranker->has_value());
    ranker_ = new knowledge::v1::RankerModel(**ranker);
    engine_ = new std::shared_ptr<const answer::Engine>(MakeEngine(std::move(pack)).value());
  }
  static void TearDownTestSuite() {
    delete ranker_;
    delete engine_;
  }

  static absl::StatusOr<TopicComparison> Compare(const std::string& question,
                                                 const std::string& chosen,
                                                 const std::string& earlier = "") {
    v1::AskRequest request;
    request.set_question(question);
    if (!earlier.empty()) request.add_earlier(earlier);
    return CompareTopics(*ranker_, **engine_, request, chosen);
  }

  static double EffectOf(const std::string& word, const std::vector<WordEffect>& effects) {
    for (const WordEffect& effect : effects) {
      if (effect.word == word) return effect.effect;
    }
    ADD_FAILURE() << "no word " << word;
    return 0;
  }

  static const TopicLead* LeadOver(const std::string& other, const TopicComparison& comparison) {
    for (const TopicLead& lead : comparison.leads) {
      if (lead.other == other) return &lead;
    }
    return nullptr;
  }

  static knowledge::v1::RankerModel* ranker_;
  static std::shared_ptr<const answer::Engine>* engine_;
};

knowledge::v1::RankerModel* CompareTopicsTest::ranker_ = nullptr;
std::shared_ptr<const answer::Engine>* CompareTopicsTest::engine_ = nullptr;

TEST_F(CompareTopicsTest, FindsTheWordsForAndAgainst) {
  const auto comparison = Compare("can aspirin give my pregnant wife nosebleeds", "blood-thinners");
  ASSERT_TRUE(comparison.ok()) << comparison.status();
  EXPECT_EQ(comparison->chosen, "blood-thinners");
  const TopicLead* lead = LeadOver("pregnancy", *comparison);
  ASSERT_NE(lead, nullptr);
  EXPECT_GT(EffectOf("aspirin", lead->words), 0.1);
  EXPECT_LT(EffectOf("pregnant", lead->words), -0.1);
}

TEST_F(CompareTopicsTest, TurnsRoundWithTheChosenTopic) {
  const char* question = "can aspirin give my pregnant wife nosebleeds";
  const auto one = Compare(question, "blood-thinners");
  const auto other = Compare(question, "pregnancy");
  ASSERT_TRUE(one.ok() && other.ok());
  EXPECT_NEAR(LeadOver("pregnancy", *one)->lead, -LeadOver("blood-thinners", *other)->lead, 1e-6);
  EXPECT_EQ(one->ranked_first, other->ranked_first);
}

TEST_F(CompareTopicsTest, SaysWhichWordsThePackDoesNotCover) {
  const auto comparison = Compare("which spray is cheap for a dry nose", "dry-air");
  ASSERT_TRUE(comparison.ok());
  EXPECT_GT(EffectOf("nose", comparison->coverage), 0);
  EXPECT_LT(EffectOf("cheap", comparison->coverage), 0);
}

TEST_F(CompareTopicsTest, NamesAWordOnceThatComesInTwoForms) {
  const auto comparison =
      Compare("do nosebleeds come from aspirin, one nosebleed a week", "blood-thinners");
  ASSERT_TRUE(comparison.ok());
  EXPECT_EQ(std::count_if(comparison->coverage.begin(), comparison->coverage.end(),
                          [](const WordEffect& effect) {
                            return absl::StartsWith(effect.word, "nosebleed");
                          }),
            1);
}

TEST_F(CompareTopicsTest, CountsWhatWasSaidEarlier) {
  const auto comparison = Compare("and with aspirin?", "blood-thinners", "why did my nose bleed");
  ASSERT_TRUE(comparison.ok());
  EXPECT_GT(EffectOf("bleed", comparison->coverage), 0);
}

TEST_F(CompareTopicsTest, NamesATopicThatIsNotThere) {
  EXPECT_TRUE(absl::IsNotFound(Compare("aspirin", "cramps").status()));
}

TEST_F(CompareTopicsTest, IsWrittenWithBothSides) {
  const auto comparison = Compare("can aspirin give my pregnant wife nosebleeds", "blood-thinners");
  ASSERT_TRUE(comparison.ok());
  std::ostringstream out;
  WriteComparison(*comparison, out);
  EXPECT_THAT(out.str(),
              AllOf(HasSubstr("Why blood-thinners comes first\n"),
                    HasSubstr("  and not pregnancy: leads by "),
                    HasSubstr("    for it:  aspirin +"), HasSubstr("    against: pregnant -"),
                    HasSubstr("  that the pack answers this at all\n")));
}

TEST(WriteComparison, SaysWhenTheWordsAloneWouldChooseAnother) {
  std::ostringstream out;
  WriteComparison({"heat", "night", {{"night", -0.25, {{"warm", 0.001}}}}, {}}, out);
  EXPECT_EQ(out.str(),
            "Why heat comes first\n"
            "  by its words alone night would: this is an example to the letter, or one of two "
            "questions\n"
            "  and not night: leads by -0.25\n"
            "    for it:  nothing\n    against: nothing\n"
            "  that the pack answers this at all\n"
            "    for it:  nothing\n    against: nothing\n");
}

TEST(WriteComparison, SaysHowATopicCameFirstWithoutALead) {
  std::ostringstream out;
  WriteComparison({"heat", "heat", {{"night", -0.25, {}}}, {}}, out);
  EXPECT_THAT(out.str(), HasSubstr("leads by -0.25, made up by topics that cite the same place"));
}

TEST(FindRanker, FindsNoneInAPackThatLearnedNothing) {
  const auto ranker = FindRanker(knowledge::ValidPack());
  ASSERT_TRUE(ranker.ok());
  EXPECT_FALSE(ranker->has_value());
}

TEST(FindRanker, RefusesOneThatDoesNotParse) {
  knowledge::v1::Pack pack;
  pack.add_models()->set_name("match.ranker");
  pack.mutable_models(0)->set_data("\xff\xff");
  EXPECT_TRUE(absl::IsInvalidArgument(FindRanker(pack).status()));
}

}  // namespace
}  // namespace charley::curate
