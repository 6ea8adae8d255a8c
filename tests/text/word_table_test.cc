#include "service/text/word_table.h"

#include <gtest/gtest.h>

#include <string>

namespace charley::text {
namespace {

TEST(WordTable, FindsEachWordWithItsStem) {
  WordTable words(2);
  words.Add("calf", 7);
  words.Add("calves", 8);
  EXPECT_EQ(words.Find("calf").id, 0u);
  EXPECT_EQ(words.Find("calf").stem, 7u);
  EXPECT_EQ(words.Find("calves").id, 1u);
  EXPECT_EQ(words.Stem(1), 8u);
  EXPECT_EQ(words.Form(1), "calves");
  EXPECT_EQ(words.size(), 2u);
}

TEST(WordTable, KnowsNoWordThatOnlyBeginsLikeOne) {
  WordTable words(1);
  words.Add("hydrochlorothiazide", 0);
  for (const char* form : {"", "h", "hydrochlorothia", "hydrochlorothiazid", "hydrochlorothiazides",
                           "hydrochlorothiazine"}) {
    EXPECT_EQ(words.Find(form).id, kNoWord) << form;
    EXPECT_EQ(words.Find(form).stem, kNoStem) << form;
  }
  EXPECT_EQ(words.Find("hydrochlorothiazide").id, 0u);
}

TEST(WordTable, TellsWordsOfAnyLengthApart) {
  WordTable words(600);
  for (size_t length = 1; length <= 600; ++length) {
    words.Add(std::string(length, 'a'), static_cast<StemId>(length));
  }
  for (size_t length = 1; length <= 600; ++length) {
    EXPECT_EQ(words.Find(std::string(length, 'a')).stem, length);
  }
  EXPECT_EQ(words.Find(std::string(601, 'a')).id, kNoWord);
}

// So many that a lookup often meets a slot of another word, which its hash does not turn away.
constexpr int kMany = 3000;

TEST(WordTable, TellsLongWordsThatBeginAlikeApart) {
  WordTable words(kMany);
  for (int i = 0; i < kMany; ++i) words.Add("hydrochlorothia" + std::to_string(1000 + i), 0);
  for (int i = 0; i < kMany; ++i) {
    EXPECT_EQ(words.Find("hydrochlorothia" + std::to_string(1000 + i)).id, static_cast<WordId>(i));
    EXPECT_EQ(words.Find("hydrochlorothia" + std::to_string(5000 + i)).id, kNoWord);
  }
}

TEST(WordTable, TellsShortWordsFromTheirBeginnings) {
  for (char letter = 'a'; letter <= 'z'; ++letter) {
    const std::string beginning(11, letter);
    WordTable words(100);
    for (int i = 100; i < 200; ++i) words.Add(beginning + std::to_string(i), 0);
    for (size_t length = 1; length <= beginning.size(); ++length) {
      EXPECT_EQ(words.Find(beginning.substr(0, length)).id, kNoWord) << length << letter;
    }
  }
}

TEST(WordTable, GrowsBeyondTheRoomThatItWasGiven) {
  WordTable words(1);
  for (int i = 0; i < 1000; ++i) words.Add("word" + std::to_string(i), 0);
  for (WordId i = 0; i < 1000; ++i) EXPECT_EQ(words.Find("word" + std::to_string(i)).id, i);
}

}  // namespace
}  // namespace charley::text
