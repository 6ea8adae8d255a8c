#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/knowledge/valid_pack.h"

namespace charley::knowledge {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// The problems of the valid pack after `change` was made to its rule.
template <typename Change>
std::vector<std::string> AfterChange(Change change) {
  v1::Pack pack = ValidPack();
  change(*pack.mutable_triage_rules(0));
  return ProblemsOf(pack);
}

TEST(CheckTriage, RefusesARuleThatLacksAPart) {
  EXPECT_THAT(AfterChange([](v1::TriageRule& rule) { rule.clear_level(); }),
              ElementsAre("error: triage rule RF1.swollen-calf: has no level; set one"));
  EXPECT_THAT(AfterChange([](v1::TriageRule& rule) { rule.clear_reason(); }),
              ElementsAre(HasSubstr("has no reason")));
  EXPECT_THAT(AfterChange([](v1::TriageRule& rule) { rule.clear_citations(); }),
              ElementsAre(HasSubstr("has no citation")));
  EXPECT_THAT(AfterChange([](v1::TriageRule& rule) { rule.clear_fires(); }),
              ElementsAre(HasSubstr("has no example that fires")));
}

TEST(CheckTriage, RefusesARuleThatRequiresNothing) {
  EXPECT_THAT(AfterChange([](v1::TriageRule& rule) { rule.clear_all_of(); }),
              ElementsAre(HasSubstr("requires nothing")));
}

TEST(CheckTriage, RefusesARequirementThatNothingCanMeet) {
  EXPECT_THAT(AfterChange([](v1::TriageRule& rule) { rule.add_all_of(); }),
              ElementsAre(HasSubstr("has a requirement that nothing can meet")));
}

TEST(CheckTriage, RefusesANegativeReach) {
  EXPECT_THAT(AfterChange([](v1::TriageRule& rule) { rule.set_within_words(-1); }),
              ElementsAre(HasSubstr("has within_words -1")));
}

TEST(CheckTriage, RefusesAMessageThatMustAndMustNotFire) {
  EXPECT_THAT(AfterChange([](v1::TriageRule& rule) { rule.add_near_misses(rule.fires(0)); }),
              ElementsAre(HasSubstr("must and must not fire on 'my calf is swollen'")));
}

TEST(CheckTriage, RefusesAPackThatNeverEscalates) {
  v1::Pack pack = ValidPack();
  pack.clear_triage_rules();
  EXPECT_THAT(ProblemsOf(pack), ElementsAre(HasSubstr("the pack: has no triage rule")));
}

TEST(CheckTriage, RefusesAGlossThatIsAnEnglishWordTooOrASentence) {
  v1::Pack pack = ValidPack();
  pack.add_dictionary("pie");
  auto& gloss = *pack.add_concepts();
  gloss.set_id("es.foot");
  gloss.set_english("foot");
  gloss.add_phrases("(=pies|=dedo =del =pie)");
  EXPECT_THAT(ProblemsOf(pack), IsEmpty());
  gloss.add_phrases("(=pies|=pie)");
  gloss.set_english(std::string(41, 'a'));
  EXPECT_THAT(ProblemsOf(pack),
              ElementsAre(HasSubstr("concept es.foot: has 41 bytes of 'english'"),
                          HasSubstr("concept es.foot: has the phrase 'pie', an English word too")));
}

TEST(CheckTriage, RefusesAConceptWithoutPhrases) {
  v1::Pack pack = ValidPack();
  pack.mutable_concepts(0)->clear_phrases();
  EXPECT_THAT(ProblemsOf(pack), ElementsAre(HasSubstr("concept body.calf: has no phrase")));
}

TEST(CheckTriage, RefusesACueWithoutKindPhrasesOrWithANegativeReach) {
  v1::Pack pack = ValidPack();
  v1::ContextCue& cue = *pack.mutable_context_cues(0);
  cue.clear_kind();
  cue.clear_phrases();
  cue.set_reach(-1);
  EXPECT_THAT(
      ProblemsOf(pack),
      ElementsAre(HasSubstr("context cue 1 (CUE_KIND_UNSPECIFIED): does not say what it does"),
                  HasSubstr("has no phrase"), HasSubstr("has the reach -1")));
}

}  // namespace
}  // namespace charley::knowledge
