#include "service/triage/lessons.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/triage/small_pack.h"

namespace charley::triage {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr char kPack[] = R"pb(
  concepts { id: "hot" phrases: "hot" }
  triage_rules {
    id: "H"
    level: LEVEL_URGENT_TODAY
    all_of { any_of: "hot" }
    fires: "hot calf"
    near_misses: "calf"
  }
  triage_rules {
    id: "C"
    level: LEVEL_SEE_CLINICIAN
    all_of { any_of: "hot" }
    fires: "hot calf for weeks"
  }
  topics { id: "stretch" examples: "calf stretch" }
  triage_training { id: "ta1" card: "c1" expect: "urgent" question: "Hot calf. It came overnight." }
  triage_training { id: "ta2" card: "c1" expect: "urgent" question: "calf" earlier: "so hot" }
  triage_training { id: "ta3" question: "nobody labelled this" }
)pb";

Lessons Learnt() {
  const knowledge::v1::Pack pack = ParsePack(kPack);
  const auto vocabulary = WordsOf(pack, "calf stretch");
  const auto analyzer = Analyzer::Create(pack, *vocabulary);
  EXPECT_TRUE(analyzer.ok()) << analyzer.status();
  return LessonsOf(pack, *vocabulary, *analyzer);
}

TEST(Lessons, AreMadeOfLabelledMessagesByTheirSentences) {
  const std::vector<Lesson> labelled = Learnt().labelled;
  ASSERT_THAT(labelled, SizeIs(2));
  EXPECT_THAT(labelled[0].sentences, SizeIs(2));
  EXPECT_TRUE(labelled[0].whole.urgent);
  EXPECT_TRUE(labelled[0].raised_by_rule);
  EXPECT_THAT(labelled[1].sentences, SizeIs(2)) << "one of each message";
}

TEST(Lessons, OfOneCardShareAFold) {
  const std::vector<Lesson> labelled = Learnt().labelled;
  ASSERT_THAT(labelled, SizeIs(2));
  EXPECT_EQ(labelled[0].fold, labelled[1].fold);
}

TEST(Lessons, HoldWhatThePackPromisesOfUrgentRulesAndTopics) {
  const std::vector<Lesson> examples = Learnt().examples;
  ASSERT_THAT(examples, SizeIs(3)) << "what fires a calmer rule teaches nothing of urgency";
  EXPECT_TRUE(examples[0].whole.urgent);
  EXPECT_FALSE(examples[1].whole.urgent);
  EXPECT_FALSE(examples[2].whole.urgent);
}

TEST(Lessons, AreLearnedAgainMisspeltInTheSameFold) {
  const Lessons lessons = Learnt();
  ASSERT_THAT(lessons.misspelt, SizeIs(5));
  EXPECT_EQ(lessons.misspelt[0].fold, lessons.labelled[0].fold);
  EXPECT_EQ(lessons.misspelt[2].fold, lessons.examples[0].fold);
  EXPECT_EQ(lessons.misspelt[2].whole.urgent, lessons.examples[0].whole.urgent);
  EXPECT_THAT(lessons.misspelt[0].sentences, IsEmpty());
}

}  // namespace
}  // namespace charley::triage
