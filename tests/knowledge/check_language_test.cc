#include <gmock/gmock.h>
#include <google/protobuf/descriptor.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "tests/knowledge/valid_pack.h"

namespace charley::knowledge {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(CheckLanguage, RefusesAManifestThatLacksAnyOfItsTexts) {
  const auto* descriptor = v1::Manifest::descriptor();
  int texts = 0;
  for (int i = 0; i < descriptor->field_count(); ++i) {
    const auto* field = descriptor->field(i);
    if (field->is_repeated() || field->name() == "id") continue;
    v1::Pack pack = ValidPack();
    pack.manifest().GetReflection()->ClearField(pack.mutable_manifest(), field);
    EXPECT_THAT(ProblemsOf(pack),
                ElementsAre(absl::StrCat("error: manifest: has no ", field->name(), "; write it")));
    ++texts;
  }
  EXPECT_EQ(texts, 16);
}

TEST(CheckLanguage, RefusesAManifestThatCitesNothingForTheSecondOpinion) {
  v1::Pack pack = ValidPack();
  pack.mutable_manifest()->clear_learned_citations();
  EXPECT_THAT(ProblemsOf(pack), ElementsAre(HasSubstr("manifest: has no learned_citations")));
}

TEST(CheckLanguage, RefusesANameOfTheSubjectWithoutWords) {
  v1::Pack pack = ValidPack();
  pack.mutable_manifest()->add_also_called("charley horse");
  EXPECT_THAT(ProblemsOf(pack), IsEmpty());
  pack.mutable_manifest()->add_also_called(" ");
  EXPECT_THAT(ProblemsOf(pack),
              ElementsAre(HasSubstr("manifest: has an also_called without words")));
}

TEST(CheckLanguage, RefusesPlaceholdersThatNothingFillsIn) {
  v1::Pack pack = ValidPack();
  pack.mutable_manifest()->set_urgent_action("Call {emergancy}.");
  pack.mutable_triage_rules(0)->set_action("Call {crisis} or {advice");
  EXPECT_THAT(
      ProblemsOf(pack),
      ElementsAre(
          HasSubstr("error: manifest, urgent_action: holds the placeholder '{emergancy}'"),
          HasSubstr("triage rule RF1.swollen-calf, action: holds the placeholder '{advice'")));
}

TEST(CheckLanguage, TakesEveryPlaceholderThatTheServiceFillsIn) {
  v1::Pack pack = ValidPack();
  pack.mutable_triage_rules(0)->set_action("{emergency} {advice} {crisis} {poison}");
  EXPECT_THAT(ProblemsOf(pack), IsEmpty());
}

TEST(CheckLanguage, RefusesSentencesOver20WordsBesideAnswers) {
  const std::string text = "a b c d e f g h i j k l m n o p q r s t u.";
  v1::Pack pack = ValidPack();
  pack.mutable_manifest()->set_safety_net(text);
  pack.mutable_small_talk(0)->set_text(text);
  pack.mutable_triage_rules(0)->set_action(text);
  pack.mutable_triage_rules(0)->set_reason(text);
  EXPECT_THAT(ProblemsOf(pack),
              ElementsAre("error: manifest, safety_net: has a sentence of 21 words; keep to 20",
                          HasSubstr("small talk hello: has a sentence of 21 words"),
                          HasSubstr("RF1.swollen-calf, action: has a sentence of 21 words"),
                          HasSubstr("RF1.swollen-calf, reason: has a sentence of 21 words")));
}

TEST(CheckLanguage, RefusesARegionWithoutTwoLettersNumberOrOrigin) {
  v1::Pack pack = ValidPack();
  *pack.mutable_regions(0) = v1::Region();
  pack.mutable_regions(0)->set_code("gb");
  EXPECT_THAT(ProblemsOf(pack),
              ElementsAre(HasSubstr("region gb: has a code that is not two capital letters"),
                          HasSubstr("region gb: has no emergency number"),
                          HasSubstr("region gb: does not say where its numbers were seen")));
}

TEST(CheckLanguage, RefusesSmallTalkWithoutTextOrExamples) {
  v1::Pack pack = ValidPack();
  pack.mutable_small_talk(0)->clear_text();
  EXPECT_THAT(ProblemsOf(pack), ElementsAre(HasSubstr("small talk hello: has no text or no")));
  pack = ValidPack();
  pack.mutable_small_talk(0)->clear_examples();
  EXPECT_THAT(ProblemsOf(pack), ElementsAre(HasSubstr("small talk hello: has no text or no")));
}

TEST(CheckLanguage, RefusesASafeCardThatLacksAText) {
  v1::Pack pack = ValidPack();
  pack.mutable_safe_cards(0)->clear_not_covered();
  EXPECT_THAT(ProblemsOf(pack), ElementsAre(HasSubstr("safe card es: lacks one of its texts")));
}

TEST(CheckLanguage, RefusesASafeCardWithoutTheEmergencyNumber) {
  v1::Pack pack = ValidPack();
  pack.mutable_safe_cards(0)->set_escalation("Llame ahora.");
  EXPECT_THAT(ProblemsOf(pack),
              ElementsAre(HasSubstr("safe card es: has a text without the emergency number")));
}

}  // namespace
}  // namespace charley::knowledge
