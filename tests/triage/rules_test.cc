// When the requirements of a rule are met.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/triage/small_pack.h"

namespace charley::triage {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr char kConcepts[] = R"pb(
  concepts { id: "limb.calf" phrases: "calf" place: true }
  concepts { id: "limb.foot" phrases: "foot" place: true }
  concepts { id: "cold" phrases: "cold" }
  concepts { id: "white" phrases: "white" }
  concepts { id: "both" phrases: "both" }
  context_cues { kind: CUE_KIND_NEGATION phrases: "no" reach: 6 }
)pb";

SmallPack WithRule(const std::string& rule) {
  return SmallPack(std::string(kConcepts) + "triage_rules { id: \"R\" level: LEVEL_EMERGENCY_NOW " +
                   rule + "}");
}

TEST(Rules, FireWhenEveryRequirementIsMet) {
  const SmallPack pack =
      WithRule(R"(all_of { any_of: "limb.*" } all_of { any_of: "cold" any_of: "white" })");
  EXPECT_THAT(pack.Fired({"foot is cold"}), ElementsAre("R"));
  EXPECT_THAT(pack.Fired({"white calf"}), ElementsAre("R"));
  EXPECT_THAT(pack.Fired({"foot"}), IsEmpty());
  EXPECT_THAT(pack.Fired({"no cold in the foot"}), IsEmpty());
}

TEST(Rules, TellThePatientsWordsOnlyToExplain) {
  const SmallPack pack = WithRule(R"(all_of { any_of: "cold" })");
  const Assessment told = pack.Assess({"foot is cold"}, /*explain=*/true);
  const Assessment kept = pack.Assess({"foot is cold"}, /*explain=*/false);
  ASSERT_EQ(told.findings.size(), 1u);
  ASSERT_EQ(kept.findings.size(), 1u);
  EXPECT_THAT(told.findings[0].matched, ElementsAre("cold"));
  EXPECT_THAT(kept.findings[0].matched, IsEmpty());
  EXPECT_EQ(kept.level, told.level);
}

TEST(Rules, KeepToTheirWindow) {
  const SmallPack pack =
      WithRule(R"(all_of { any_of: "cold" } all_of { any_of: "white" } within_words: 4)");
  EXPECT_THAT(pack.Fired({"cold one two white"}), ElementsAre("R"));
  EXPECT_THAT(pack.Fired({"cold one two three white"}), IsEmpty());
  EXPECT_THAT(pack.Fired({"cold one two three white cold"}), ElementsAre("R"));
}

TEST(Rules, KeepToTheirSentence) {
  const SmallPack pack =
      WithRule(R"(all_of { any_of: "cold" } all_of { any_of: "white" } scope: SCOPE_SENTENCE)");
  EXPECT_THAT(pack.Fired({"cold, white"}), ElementsAre("R"));
  EXPECT_THAT(pack.Fired({"cold. white"}), IsEmpty());
}

TEST(Rules, KeepToTheirMessageUnlessTheirScopeIsTheConversation) {
  const std::string both = R"(all_of { any_of: "cold" } all_of { any_of: "limb.*" })";
  EXPECT_THAT(WithRule(both).Fired({"my foot", "is cold"}), IsEmpty());
  EXPECT_THAT(WithRule(both + "scope: SCOPE_CONVERSATION").Fired({"my foot", "is cold"}),
              ElementsAre("R"));
}

TEST(Rules, AreHinderedNearbyOnly) {
  const SmallPack pack = WithRule(R"(all_of { any_of: "cold" } unless: "both")");
  EXPECT_THAT(pack.Fired({"both cold"}), IsEmpty());
  EXPECT_THAT(pack.Fired({"both one two three four five six seven eight nine ten eleven cold"}),
              ElementsAre("R"));
  EXPECT_THAT(pack.Fired({"cold one two three four five six seven eight nine ten eleven both"}),
              ElementsAre("R"));
}

TEST(Rules, NameTheConceptThatIsNotThere) {
  const knowledge::v1::Pack pack =
      ParsePack(R"(triage_rules { id: "R" all_of { any_of: "tail" } })");
  const auto triage =
      Triage::Create(std::make_shared<const knowledge::v1::Pack>(pack), WordsOf(pack));
  EXPECT_THAT(triage.status().ToString(), HasSubstr("triage rule R names the concept 'tail'"));
}

TEST(Rules, RefuseARuleWithoutRequirements) {
  const knowledge::v1::Pack pack = ParsePack(R"(triage_rules { id: "R" })");
  const auto triage =
      Triage::Create(std::make_shared<const knowledge::v1::Pack>(pack), WordsOf(pack));
  EXPECT_THAT(triage.status().ToString(), HasSubstr("has 0 requirements"));
}

TEST(Rules, RefuseARuleWithTooManyRequirements) {
  std::string rule = R"(concepts { id: "cold" phrases: "cold" } triage_rules { id: "R" )";
  for (int i = 0; i < 9; ++i) rule += R"(all_of { any_of: "cold" } )";
  const knowledge::v1::Pack pack = ParsePack(rule + "}");
  const auto triage =
      Triage::Create(std::make_shared<const knowledge::v1::Pack>(pack), WordsOf(pack));
  EXPECT_THAT(triage.status().ToString(), HasSubstr("has 9 requirements; write 1 to 8"));
}

TEST(Rules, RefuseAnUnknownHindrance) {
  const knowledge::v1::Pack pack = ParsePack(
      R"(concepts { id: "cold" phrases: "cold" }
         triage_rules { id: "R" all_of { any_of: "cold" } unless: "tail" })");
  const auto triage =
      Triage::Create(std::make_shared<const knowledge::v1::Pack>(pack), WordsOf(pack));
  EXPECT_THAT(triage.status().ToString(), HasSubstr("'tail'"));
}

}  // namespace
}  // namespace charley::triage
