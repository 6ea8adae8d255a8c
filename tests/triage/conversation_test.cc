// What earlier messages mean for the question.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/triage/small_pack.h"

namespace charley::triage {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string Words() {
  return std::string(kCues) + R"pb(
    concepts { id: "body.chest" phrases: "chest" }
    concepts { id: "limb.calf" phrases: "calf" place: true }
    concepts { id: "chest.pain" phrases: "chest pain" }
    concepts { id: "hot" phrases: "hot" }
    triage_rules {
      id: "C"
      level: LEVEL_EMERGENCY_NOW
      all_of { any_of: "chest.pain" }
    }
    triage_rules {
      id: "H"
      level: LEVEL_URGENT_TODAY
      scope: SCOPE_CONVERSATION
      all_of { any_of: "limb.calf" }
      all_of { any_of: "hot" }
    }
  )pb";
}

TEST(Conversation, AnEarlierFlagStays) {
  const SmallPack pack(Words());
  const Assessment assessment = pack.Assess({"chest pain", "thanks", "which stretch"});
  EXPECT_EQ(assessment.level, knowledge::v1::LEVEL_EMERGENCY_NOW);
  EXPECT_EQ(assessment.findings.at(0).messages_ago, 2);
  EXPECT_THAT(assessment.findings.at(0).matched, ElementsAre("chest pain"));
}

TEST(Conversation, AFollowUpIsReadWithTheEarlierBodyPart) {
  const SmallPack pack(Words());
  EXPECT_THAT(pack.Fired({"my calf", "it is hot"}), ElementsAre("H"));
}

TEST(Conversation, ACorrectionInWordsTakesAFlagBack) {
  const SmallPack pack(Words());
  EXPECT_THAT(pack.Fired({"chest pain", "i meant calf, not chest"}), IsEmpty());
  EXPECT_THAT(pack.Fired({"chest pain", "not chest"}), ElementsAre("C"));
  EXPECT_THAT(pack.Fired({"chest pain", "i meant calf"}), ElementsAre("C"));
}

TEST(Conversation, ACorrectionTakesBackWhatItNamesAlone) {
  const SmallPack pack(Words());
  EXPECT_THAT(pack.Fired({"hot chest pain calf", "i meant calf, not chest"}), ElementsAre("H"));
}

TEST(Conversation, WhatIsSettledIsOver) {
  const SmallPack pack(Words());
  EXPECT_THAT(pack.Fired({"calf hot", "all healed"}), IsEmpty());
}

TEST(Conversation, OfNothingSaysNothing) {
  const SmallPack pack(Words());
  EXPECT_THAT(pack.Assess({}).findings, IsEmpty());
  EXPECT_EQ(pack.Assess({""}).level, knowledge::v1::LEVEL_SELF_CARE);
}

}  // namespace
}  // namespace charley::triage
