// How phrases are found in messages.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "service/text/reading.h"
#include "service/triage/lexicon.h"
#include "tests/triage/small_pack.h"

namespace charley::triage {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

// The names of the concepts that a message mentions.
std::vector<std::string> Mentioned(const std::string& concepts, const std::string& message) {
  const knowledge::v1::Pack pack = ParsePack(concepts);
  const auto vocabulary = WordsOf(pack, "the is some very chest freezer a swells");
  const auto lexicon = Lexicon::Create(pack, *vocabulary);
  EXPECT_TRUE(lexicon.ok()) << lexicon.status();
  std::vector<std::string> names;
  for (const Mention& mention : lexicon->Find(text::Read(message, *vocabulary))) {
    names.push_back(lexicon->Name(mention.meaning));
  }
  return names;
}

TEST(Lexicon, FindsAWordByItsStemAndWithATypingError) {
  const std::string pack = R"(concepts { id: "swell" phrases: "swelling" })";
  EXPECT_THAT(Mentioned(pack, "it swells"), UnorderedElementsAre("swell"));
  EXPECT_THAT(Mentioned(pack, "sweling"), UnorderedElementsAre("swell"));
  EXPECT_THAT(Mentioned(pack, "the freezer"), IsEmpty());
}

TEST(Lexicon, FindsAnExactWordOnlyLetterByLetter) {
  const std::string pack = R"(concepts { id: "pin" phrases: "=pinned" })";
  EXPECT_THAT(Mentioned(pack, "pinned"), UnorderedElementsAre("pin"));
  EXPECT_THAT(Mentioned(pack, "pinning"), IsEmpty());
}

TEST(Lexicon, FindsConceptsWithinConcepts) {
  const std::string pack = R"(concepts { id: "body.calf" phrases: "calf" }
                              concepts { id: "hot" phrases: "hot" }
                              concepts { id: "both" phrases: "{body.*} (is|) {hot}" })";
  EXPECT_THAT(Mentioned(pack, "calf is hot"), UnorderedElementsAre("body.calf", "hot", "both"));
  EXPECT_THAT(Mentioned(pack, "calf hot"), UnorderedElementsAre("body.calf", "hot", "both"));
}

TEST(Lexicon, LetsAGapStandForUpToThreeWordsOfOneSentence) {
  const std::string pack = R"(concepts { id: "x" phrases: "leg ... hot" })";
  EXPECT_THAT(Mentioned(pack, "leg is very very hot"), UnorderedElementsAre("x"));
  EXPECT_THAT(Mentioned(pack, "leg is very very very hot"), IsEmpty());
  EXPECT_THAT(Mentioned(pack, "leg is very. Very hot"), IsEmpty());
  EXPECT_THAT(Mentioned(R"(concepts { id: "x" phrases: "leg ... ... hot" })",
                        "leg is very very very very hot"),
              UnorderedElementsAre("x"));
}

TEST(Lexicon, LetsAGapFollowEveryFirstWordOfAChoiceAndAConcept) {
  const std::string pack = R"pb(concepts { id: "x" phrases: "(leg|calf|{arm}) ... (hot|warm)" }
                                concepts { id: "y" phrases: "{arm} ... sore" }
                                concepts { id: "arm" phrases: "arm" phrases: "left arm" })pb";
  for (const std::string part : {"leg", "calf"}) {
    EXPECT_THAT(Mentioned(pack, part + " is so hot"), UnorderedElementsAre("x")) << part;
    EXPECT_THAT(Mentioned(pack, part + " is so sore"), IsEmpty()) << part;
  }
  EXPECT_THAT(Mentioned(pack, "arm is so warm"), UnorderedElementsAre("arm", "x"));
  EXPECT_THAT(Mentioned(pack, "arm is so sore"), UnorderedElementsAre("arm", "y"));
}

TEST(Lexicon, LetsAnyWordStandForAnUnderscoreKnownOrNot) {
  const std::string pack = R"(concepts { id: "x" phrases: "leg _ hot" })";
  EXPECT_THAT(Mentioned(pack, "leg is hot"), UnorderedElementsAre("x"));
  EXPECT_THAT(Mentioned(pack, "leg zzqxv hot"), UnorderedElementsAre("x"));
  EXPECT_THAT(Mentioned(pack, "leg hot"), IsEmpty());
  EXPECT_THAT(Mentioned(pack, "leg. Is hot"), IsEmpty());
}

TEST(Lexicon, HidesNothingByAnExceptionThatTwoSentencesMakeUp) {
  const std::string pack =
      R"(concepts { id: "freezing" phrases: "freezer" except: "chest freezer" })";
  EXPECT_THAT(Mentioned(pack, "chest freezer"), IsEmpty());
  EXPECT_THAT(Mentioned(pack, "chest. Freezer"), UnorderedElementsAre("freezing"));
}

TEST(Lexicon, LetsNoGapReachOverANegation) {
  const std::string pack = R"(concepts { id: "x" phrases: "leg ... hot" }
                              context_cues { kind: CUE_KIND_NEGATION phrases: "isnt" })";
  EXPECT_THAT(Mentioned(pack, "leg isn't hot"), UnorderedElementsAre("cue 0"));
}

TEST(Lexicon, ReadsNumbersByTheirRange) {
  const std::string pack = R"(concepts { id: "fever" phrases: "temp #38-42" })";
  EXPECT_THAT(Mentioned(pack, "temp 39.4c"), UnorderedElementsAre("fever"));
  EXPECT_THAT(Mentioned(pack, "temp 36,8"), IsEmpty());
  EXPECT_THAT(Mentioned(pack, "temp 39.4.1"), IsEmpty());
  // Two words typed as one hold its number once.
  EXPECT_THAT(Mentioned(R"(concepts { id: "number" phrases: "#300-400" }
                           concepts { id: "unit" phrases: "390 degrees" })",
                        "390degrees"),
              UnorderedElementsAre("number", "unit"));
}

TEST(Lexicon, HidesWhatAnExceptionHolds) {
  const std::string pack = R"(concepts { id: "chest" phrases: "chest" except: "chest freezer" }
                              concepts { id: "cold" phrases: "cold {chest}" })";
  EXPECT_THAT(Mentioned(pack, "cold chest freezer"), IsEmpty());
  EXPECT_THAT(Mentioned(pack, "chest freezer. cold chest"), UnorderedElementsAre("chest", "cold"));
}

TEST(Lexicon, NamesThePhraseThatCannotBeRead) {
  const knowledge::v1::Pack pack = ParsePack(R"(concepts { id: "leg" phrases: "(leg" })");
  const auto lexicon = Lexicon::Create(pack, *WordsOf(pack));
  EXPECT_THAT(lexicon.status().ToString(), HasSubstr("concept leg: the phrase '(leg'"));
}

TEST(Lexicon, NamesTheCueThatCannotBeRead) {
  const knowledge::v1::Pack pack =
      ParsePack(R"(context_cues { kind: CUE_KIND_NEGATION phrases: "no (" })");
  EXPECT_THAT(Lexicon::Create(pack, *WordsOf(pack)).status().ToString(),
              HasSubstr("context cue 1 (CUE_KIND_NEGATION): the phrase 'no ('"));
}

TEST(Lexicon, NamesAConceptThatIsNotThere) {
  const knowledge::v1::Pack pack = ParsePack(R"(concepts { id: "leg" phrases: "{arm}" })");
  EXPECT_THAT(Lexicon::Create(pack, *WordsOf(pack)).status().ToString(), HasSubstr("'arm'"));
}

TEST(Lexicon, NamesAWordThatTheVocabularyLacks) {
  const knowledge::v1::Pack pack = ParsePack(R"(concepts { id: "leg" phrases: "leg" })");
  const text::Vocabulary empty = text::Vocabulary::Builder().Build();
  EXPECT_THAT(Lexicon::Create(pack, empty).status().ToString(), HasSubstr("AddTriageWords"));
  for (const char* choice : {"(leg|arm)", "(my leg|arm)"}) {
    knowledge::v1::Pack chosen;
    chosen.add_concepts()->add_phrases(choice);
    EXPECT_FALSE(Lexicon::Create(chosen, empty).ok()) << choice;
  }
}

TEST(Lexicon, ReadsALongMessageWithoutManyMentionsAtOneWord) {
  std::string pack;
  for (int i = 0; i < 100; ++i) {
    pack += "concepts { id: \"c" + std::to_string(i) + "\" phrases: \"leg\" }";
  }
  EXPECT_LE(Mentioned(pack, "leg").size(), 48u);
}

}  // namespace
}  // namespace charley::triage
