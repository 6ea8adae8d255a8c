#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/knowledge/valid_pack.h"

namespace charley::knowledge {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// The problems of the valid pack after `change`.
template <typename Change>
std::vector<std::string> AfterChange(Change change) {
  v1::Pack pack = ValidPack();
  change(pack);
  return ProblemsOf(pack);
}

// The problems after `change` was made to the first citation of the first topic.
template <typename Change>
std::vector<std::string> AfterCitation(Change change) {
  v1::Pack pack = ValidPack();
  change(*pack.mutable_topics(0)->mutable_citations(0));
  return ProblemsOf(pack);
}

TEST(CheckReferences, RefusesACitationOfAnUnknownSource) {
  EXPECT_THAT(
      AfterCitation([](v1::Citation& citation) { citation.set_source_id("book"); }),
      ElementsAre("error: topic night, citation 1: names the source 'book'; use the id of a "
                  "source of this pack"));
}

TEST(CheckReferences, RefusesAParagraphThatTheSourceLacks) {
  for (const int paragraph : {-1, 0, 3}) {
    EXPECT_THAT(AfterCitation([&](v1::Citation& citation) { citation.set_paragraph(paragraph); }),
                ElementsAre(HasSubstr("error: topic night, citation 1: names paragraph ")))
        << paragraph;
  }
}

TEST(CheckReferences, RefusesAParagraphOfASourceThatHasNone) {
  EXPECT_THAT(AfterChange([](v1::Pack& pack) {
                pack.mutable_topics(1)->mutable_citations(0)->set_paragraph(1);
              }),
              ElementsAre(HasSubstr("error: topic heat, citation 1: names paragraph 1")));
}

TEST(CheckReferences, RefusesAQuoteOver12Words) {
  EXPECT_THAT(
      AfterCitation([](v1::Citation& citation) {
        citation.set_quote("one two three four five six seven eight nine ten eleven twelve");
      }),
      IsEmpty());
  EXPECT_THAT(
      AfterCitation([](v1::Citation& citation) {
        citation.set_quote("one two three four five six seven eight nine ten eleven twelve 13");
      }),
      ElementsAre("error: topic night, citation 1: has a quote of 13 words; quote 1 to 12 words of "
                  "the paragraph"));
}

TEST(CheckReferences, RefusesACitationOfAParagraphWithoutAQuote) {
  EXPECT_THAT(AfterCitation([](v1::Citation& citation) { citation.clear_quote(); }),
              ElementsAre(HasSubstr("has a quote of 0 words")));
}

TEST(CheckReferences, RefusesACitationWithoutItsKindOfEvidence) {
  EXPECT_THAT(AfterCitation([](v1::Citation& citation) { citation.clear_evidence(); }),
              ElementsAre(HasSubstr("does not say what kind of statement it is")));
}

TEST(CheckReferences, ChecksTheCitationsOfRulesAndOfTheManifest) {
  EXPECT_THAT(
      AfterChange([](v1::Pack& pack) {
        pack.mutable_triage_rules(0)->mutable_citations(0)->set_source_id("book");
        pack.mutable_manifest()->mutable_learned_citations(0)->set_source_id("book");
      }),
      ElementsAre(HasSubstr("triage rule RF1.swollen-calf, citation 1: names the source 'book'"),
                  HasSubstr("manifest, citation 1: names the source 'book'")));
}

TEST(CheckReferences, RefusesARelatedTopicThatIsNotThereOrIsTheTopicItself) {
  for (const char* id : {"nowhere", "night"}) {
    EXPECT_THAT(AfterChange([&](v1::Pack& pack) { pack.mutable_topics(0)->set_related(0, id); }),
                ElementsAre(HasSubstr("error: topic night: is related to '")))
        << id;
  }
}

TEST(CheckReferences, RefusesIdsThatAreThereTwice) {
  const auto twice = [](v1::Pack& pack) {
    *pack.add_sources() = pack.sources(1);
    *pack.add_concepts() = pack.concepts(1);
    *pack.add_regions() = pack.regions(0);
    *pack.add_safe_cards() = pack.safe_cards(0);
    *pack.add_triage_rules() = pack.triage_rules(0);
  };
  EXPECT_THAT(
      AfterChange(twice),
      ElementsAre("error: source guideline: is there twice; rename or drop one of them",
                  HasSubstr("concept sign.swollen: is there twice"),
                  HasSubstr("region GB: is there twice"), HasSubstr("safe card es: is there twice"),
                  HasSubstr("triage rule RF1.swollen-calf: is there twice")));
}

TEST(CheckReferences, RefusesTopicsAndSmallTalkWithTheSameId) {
  EXPECT_THAT(AfterChange([](v1::Pack& pack) {
                pack.mutable_topics(1)->set_id("night");
                pack.mutable_topics(0)->clear_related();
                pack.mutable_topics(1)->clear_related();
                pack.clear_conversation_training();
                *pack.add_small_talk() = pack.small_talk(0);
                pack.mutable_small_talk(1)->set_examples(0, "good day");
              }),
              ElementsAre(HasSubstr("topic night: is there twice"),
                          HasSubstr("small talk hello: is there twice")));
}

TEST(CheckReferences, RefusesWhatHasNoId) {
  EXPECT_THAT(AfterChange([](v1::Pack& pack) {
                pack.mutable_manifest()->clear_id();
                pack.add_concepts()->add_phrases("thigh");
              }),
              ElementsAre("error: a pack: has no id; give it one",
                          "error: a concept: has no id; give it one"));
}

TEST(CheckReferences, RefusesIdsWithSignsThatDoNotBelongIntoOne) {
  EXPECT_THAT(AfterChange([](v1::Pack& pack) { pack.mutable_small_talk(0)->set_id("a b"); }),
              ElementsAre(HasSubstr("small talk a b: has an id with other signs")));
}

TEST(CheckReferences, RefusesARuleThatNamesAnUnknownConcept) {
  EXPECT_THAT(AfterChange([](v1::Pack& pack) {
                v1::TriageRule& rule = *pack.mutable_triage_rules(0);
                rule.mutable_all_of(1)->set_any_of(0, "sign.blue");
                rule.add_unless("place.*");
              }),
              ElementsAre(HasSubstr("names the concept 'sign.blue', which is not there"),
                          HasSubstr("names the concept 'place.*', which is not there")));
}

}  // namespace
}  // namespace charley::knowledge
