// What negation, the past and questions in general soften, and what they do not.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/triage/small_pack.h"

namespace charley::triage {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

std::string Words() {
  return std::string(kCues) + R"pb(
    context_cues { kind: CUE_KIND_NEGATION phrases: "never" }
    context_cues { kind: CUE_KIND_NEGATION phrases: "=hardly" }
    context_cues { kind: CUE_KIND_PSEUDO_NEGATION phrases: "hardly un" }
    context_cues { kind: CUE_KIND_HISTORY phrases: "formerly" reach: 2 }
    concepts { id: "limb.calf" phrases: "calf" place: true }
    concepts { id: "swollen" phrases: "(swollen|swelling)" }
    concepts { id: "hot" phrases: "hot" }
    concepts { id: "chest" phrases: "chest pain" }
    concepts { id: "cannot.feel" phrases: "not feel" }
    triage_rules {
      id: "S"
      level: LEVEL_URGENT_TODAY
      all_of { any_of: "swollen" }
    }
    triage_rules {
      id: "H"
      level: LEVEL_URGENT_TODAY
      all_of { any_of: "hot" }
    }
    triage_rules {
      id: "C"
      level: LEVEL_EMERGENCY_NOW
      all_of { any_of: "chest" }
    }
    triage_rules {
      id: "F"
      level: LEVEL_EMERGENCY_NOW
      all_of { any_of: "cannot.feel" }
    }
    triage_rules {
      id: "T"
      level: LEVEL_EMERGENCY_NOW
      all_of { any_of: "chest" }
      counts_when_over: true
    }
    triage_rules {
      id: "A"
      level: LEVEL_EMERGENCY_NOW
      all_of { any_of: "hot" }
      ignores_context: true
    }
  )pb";
}

class Context : public ::testing::Test {
 protected:
  // Without the rule that passes over context.
  std::vector<std::string> Fired(const std::vector<std::string>& messages) const {
    std::vector<std::string> ids = pack_.Fired(messages);
    std::erase(ids, "A");
    return ids;
  }

  SmallPack pack_{Words()};
};

TEST_F(Context, NegationSoftensWhatFollows) {
  EXPECT_THAT(Fired({"no swelling"}), IsEmpty());
  EXPECT_THAT(Fired({"no swelling or hot or chest pain"}), IsEmpty());
  EXPECT_THAT(Fired({"no swelling, hot, or chest pain"}), IsEmpty());
}

TEST_F(Context, NegationEndsAtATerminatorAndAtSomebodysOwnCase) {
  EXPECT_THAT(Fired({"no chest pain but swollen"}), ElementsAre("S"));
  EXPECT_THAT(Fired({"no chest pain my calf swollen"}), ElementsAre("S"));
  EXPECT_THAT(Fired({"no chest pain. swollen"}), ElementsAre("S"));
}

TEST_F(Context, NegationEndsWithItsReach) {
  EXPECT_THAT(Fired({"no one two three four five six swollen"}), ElementsAre("S"));
  EXPECT_THAT(Fired({"never one two three four five six swollen"}), IsEmpty());
}

TEST_F(Context, AListEndsWhereSomethingElseBegins) {
  EXPECT_THAT(Fired({"no swelling, calf but hot"}), ElementsAre("H"));
  EXPECT_THAT(Fired({"no swelling, it one two three four five hot"}), ElementsAre("H"));
}

TEST_F(Context, AnAnswerOfNoBeforeACommaAffirms) {
  EXPECT_THAT(Fired({"no, chest pain"}), UnorderedElementsAre("C", "T"));
}

TEST_F(Context, AnAnswerOfNoAfterTheSignDenies) {
  EXPECT_THAT(Fired({"swelling: none, hot"}), ElementsAre("H"));
  EXPECT_THAT(Fired({"swelling? no."}), IsEmpty());
  EXPECT_THAT(Fired({"swelling, no?"}), ElementsAre("S"));
  EXPECT_THAT(Fired({"swelling none hot"}), UnorderedElementsAre("S", "H"));
}

TEST_F(Context, WhatOnlyLooksLikeANegationAffirms) {
  EXPECT_THAT(Fired({"not just swollen"}), ElementsAre("S"));
  EXPECT_THAT(Fired({"it isnt not swollen"}), ElementsAre("S"));
  EXPECT_THAT(Fired({"i do not feel hot"}), UnorderedElementsAre("F", "H"));
}

// A word is found as it is spelt after it was found by its stem.
TEST_F(Context, ANegationIsHeldByWhatBeginsWhereItDoesAndWasFoundBefore) {
  EXPECT_THAT(Fired({"hardly swollen"}), IsEmpty());
  EXPECT_THAT(Fired({"hardly un swollen"}), ElementsAre("S"));
}

TEST_F(Context, ThePastSoftensUntilThePresent) {
  EXPECT_THAT(Fired({"used to be swollen"}), IsEmpty());
  EXPECT_THAT(Fired({"swollen years ago"}), IsEmpty());
  EXPECT_THAT(Fired({"used to be swollen now hot"}), ElementsAre("H"));
  EXPECT_THAT(Fired({"swollen years ago. same again"}), ElementsAre("S"));
}

TEST_F(Context, ThePastReachesNoFartherThanItsPart) {
  EXPECT_THAT(Fired({"swollen, it was years ago"}), ElementsAre("S"));
  EXPECT_THAT(Fired({"swollen but years ago"}), ElementsAre("S"));
  EXPECT_THAT(
      Fired({"swollen one two three four five six seven eight nine ten eleven twelve years ago"}),
      ElementsAre("S"));
  EXPECT_THAT(Fired({"formerly swollen"}), IsEmpty());
  EXPECT_THAT(Fired({"formerly one two swollen"}), ElementsAre("S"));
}

TEST_F(Context, WhatPassedIsLookedForInTheNearestParts) {
  EXPECT_THAT(Fired({"swollen, one, two, gone now"}), IsEmpty());
  EXPECT_THAT(Fired({"swollen, one, two, three, gone now"}), ElementsAre("S"));
  EXPECT_THAT(Fired({"one, gone now. swollen"}), ElementsAre("S"));
  EXPECT_THAT(Fired({"gone now"}), IsEmpty());
}

TEST_F(Context, WhatPassedIsSoftenedWhereItWasTold) {
  EXPECT_THAT(Fired({"hot, swollen but gone now"}), UnorderedElementsAre("H", "S"));
  EXPECT_THAT(Fired({"hot, swollen gone now"}), ElementsAre("H"));
  EXPECT_THAT(Fired({"hot and swollen, all healed"}), IsEmpty());
}

TEST_F(Context, WhatPassedStillCountsWhereItMayComeBackWorse) {
  EXPECT_THAT(Fired({"chest pain gone now"}), ElementsAre("T"));
  EXPECT_THAT(Fired({"no chest pain"}), IsEmpty());
}

TEST_F(Context, WhatWasRuledOutIsSoftened) {
  EXPECT_THAT(Fired({"swollen, it was ruled out"}), IsEmpty());
}

TEST_F(Context, AQuestionInGeneralIsToldApart) {
  const Assessment asked = pack_.Assess({"what are the signs of swollen"});
  EXPECT_EQ(asked.level, knowledge::v1::LEVEL_SELF_CARE);
  EXPECT_TRUE(asked.asks_in_general);
  const Assessment own = pack_.Assess({"what are the signs, my calf swollen"});
  EXPECT_EQ(own.level, knowledge::v1::LEVEL_URGENT_TODAY);
  EXPECT_FALSE(own.asks_in_general);
}

TEST_F(Context, HomeworkIsInGeneralButForOnesOwnCase) {
  EXPECT_THAT(Fired({"what are the signs. swollen, for homework"}), IsEmpty());
  EXPECT_THAT(Fired({"what are the signs. for homework. my calf swollen"}), ElementsAre("S"));
}

TEST_F(Context, HomeworkWithoutAQuestionSoftensNothing) {
  EXPECT_THAT(Fired({"swollen, for homework"}), ElementsAre("S"));
}

TEST_F(Context, AnAnimalIsNoPatient) {
  EXPECT_THAT(Fired({"the dog has swollen feet"}), IsEmpty());
  EXPECT_THAT(Fired({"the dog has fleas but swollen"}), ElementsAre("S"));
}

TEST_F(Context, NoCueIsMadeUpOfTwoSentences) {
  EXPECT_THAT(Fired({"swollen years. Ago"}), ElementsAre("S"));
  EXPECT_THAT(Fired({"bitten by the dog. Has swollen since"}), ElementsAre("S"));
}

TEST_F(Context, ARuleMayPassOverContext) {
  EXPECT_THAT(pack_.Fired({"not hot"}), ElementsAre("A"));
}

TEST_F(Context, ASoftenedFindingNamesItsCue) {
  const Assessment assessment = pack_.Assess({"no swelling"});
  ASSERT_EQ(assessment.findings.size(), 1u);
  EXPECT_FALSE(assessment.findings[0].fired);
  EXPECT_EQ(assessment.findings[0].softened_by, "no");
  EXPECT_THAT(assessment.findings[0].matched, ElementsAre("swelling"));
}

}  // namespace
}  // namespace charley::triage
