#include "knowledge/readability.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "knowledge/syllables.h"

namespace charley::knowledge {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(CountSyllables, CountsGroupsOfVowels) {
  EXPECT_EQ(CountSyllables("calf"), 1);
  EXPECT_EQ(CountSyllables("stretching"), 2);
  EXPECT_EQ(CountSyllables("hydration"), 3);
  EXPECT_EQ(CountSyllables("emergency"), 4);
}

TEST(CountSyllables, LeavesOutASilentE) {
  for (const char* word : {"while", "whole", "rule", "pulled", "cramped", "comes", "shake"}) {
    EXPECT_EQ(CountSyllables(word), 1) << word;
  }
  for (const char* word : {"likely", "something", "movement", "careful"}) {
    EXPECT_EQ(CountSyllables(word), 2) << word;
  }
}

TEST(CountSyllables, CountsAnEThatIsSaid) {
  for (const char* word : {"muscle", "muscles", "places", "changes", "rested", "ankle", "rely"}) {
    EXPECT_EQ(CountSyllables(word), 2) << word;
  }
}

TEST(CountSyllables, CountsVowelsThatAreSaidApart) {
  for (const char* word : {"fluid", "being", "lying", "doing", "diet", "spasm", "rhythm"}) {
    EXPECT_EQ(CountSyllables(word), 2) << word;
  }
  EXPECT_EQ(CountSyllables("serious"), 3);
  EXPECT_EQ(CountSyllables("magnesium"), 4);
  EXPECT_EQ(CountSyllables("usually"), 4);
}

TEST(CountSyllables, CountsVowelsThatAreSaidTogether) {
  EXPECT_EQ(CountSyllables("station"), 2);
  EXPECT_EQ(CountSyllables("special"), 2);
  EXPECT_EQ(CountSyllables("cautious"), 2);
  EXPECT_EQ(CountSyllables("friend"), 1);
  EXPECT_EQ(CountSyllables("build"), 1);
}

TEST(CountSyllables, IsNeverLessThanOne) {
  EXPECT_EQ(CountSyllables(""), 1);
  EXPECT_EQ(CountSyllables("hmm"), 1);
  EXPECT_EQ(CountSyllables("the"), 1);
  EXPECT_EQ(CountSyllables("24"), 1);
}

TEST(SplitWords, TakesRunsOfLettersDigitsApostrophesAndHyphens) {
  EXPECT_THAT(SplitWords("It's a well-known 10-minute walk, isn't it?"),
              ElementsAre("It's", "a", "well-known", "10-minute", "walk", "isn't", "it"));
  EXPECT_THAT(SplitWords("one - two"), ElementsAre("one", "two"));
  EXPECT_THAT(SplitWords(" ?! "), IsEmpty());
}

TEST(MeasureReadability, CountsWordsAndTheLongestSentence) {
  const Readability measured = MeasureReadability("Stand up now. Do you rest? Yes: you do!", {});
  EXPECT_EQ(measured.words, 9);
  EXPECT_EQ(measured.longest_sentence, 3);
}

TEST(MeasureReadability, IsTheFleschKincaidGradePlusFive) {
  // Ten words in two sentences, of twelve syllables: 0.39 * 5 + 11.8 * 1.2 - 15.59 + 5.
  const Readability measured =
      MeasureReadability("Stretch the calf for a bit. Heat often helps later.", {});
  EXPECT_EQ(measured.words, 10);
  EXPECT_NEAR(measured.reading_age, 0.39 * 5 + 11.8 * 1.2 - 15.59 + 5, 1e-9);
}

TEST(MeasureReadability, CountsTermsAndTheirPluralsAsTwoSyllables) {
  const std::vector<std::string> terms = {"electrolyte"};
  const double with_terms = MeasureReadability("Electrolyte electrolytes.", terms).reading_age;
  EXPECT_NEAR(with_terms, 0.39 * 2 + 11.8 * 2 - 15.59 + 5, 1e-9);
  EXPECT_GT(MeasureReadability("Electrolyte electrolytes.", {}).reading_age, with_terms);
}

TEST(MeasureReadability, OfNothingIsNothing) {
  const Readability measured = MeasureReadability(" . ", {});
  EXPECT_EQ(measured.words, 0);
  EXPECT_EQ(measured.reading_age, 0);
}

}  // namespace
}  // namespace charley::knowledge
