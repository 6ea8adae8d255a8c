#include "service/match/tokens.h"

#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "tests/match/small_pack.h"

namespace charley::match {
namespace {

class TokensTest : public ::testing::Test {
 protected:
  const std::shared_ptr<const text::Vocabulary> vocabulary_ = VocabularyOf(SmallPack());
};

TEST_F(TokensTest, CountsAWordOnce) {
  const text::Reading reading = text::Read("cramp cramp cramp", *vocabulary_);
  EXPECT_EQ(TokensOf(reading, *vocabulary_).words.size(), 1u);
}

TEST_F(TokensTest, StartsPairsAnewWithEachSentence) {
  const text::Reading one = text::Read("heat calf", *vocabulary_);
  const text::Reading two = text::Read("heat. calf", *vocabulary_);
  const Tokens joined = TokensOf(one, *vocabulary_);
  const Tokens apart = TokensOf(two, *vocabulary_);
  ASSERT_EQ(joined.pairs.size(), 2u);
  ASSERT_EQ(apart.pairs.size(), 2u);
  EXPECT_EQ(joined.pairs[0].key, apart.pairs[0].key);
  EXPECT_NE(joined.pairs[1].key >> 32, apart.pairs[1].key >> 32);
}

TEST_F(TokensTest, StandInTheOrderOfTheMessage) {
  const text::Reading reading = text::Read("magnesium heat calf heat", *vocabulary_);
  const Tokens tokens = TokensOf(reading, *vocabulary_);
  ASSERT_EQ(tokens.words.size(), 3u);
  EXPECT_EQ(tokens.words[0].form, "magnesium");
  EXPECT_EQ(tokens.words[1].form, "heat");
  EXPECT_EQ(tokens.words[2].form, "calf");
}

TEST_F(TokensTest, StandInTheOrderOfTheirKeysWhenSorted) {
  const text::Reading reading = text::Read("zzyzx magnesium xylophones heat calf", *vocabulary_);
  Tokens tokens = TokensOf(reading, *vocabulary_);
  SortByKey(tokens);
  for (size_t i = 1; i < tokens.words.size(); ++i) {
    EXPECT_LT(tokens.words[i - 1].stem, tokens.words[i].stem);
    EXPECT_LT(tokens.pairs[i - 1].key, tokens.pairs[i].key);
  }
}

// More words than there are bits in a filter, so that many seem to have been said before.
TEST_F(TokensTest, AreOneForEachOfThousandsOfWordsHoweverOftenTheyAreSaid) {
  constexpr size_t kWords = 3000;
  std::string message;
  for (int round = 0; round < 2; ++round) {
    for (size_t i = 0; i < kWords; ++i) absl::StrAppend(&message, "q", i, "x ");
  }
  const Tokens tokens = TokensOf(text::Read(message, *vocabulary_), *vocabulary_);
  EXPECT_EQ(tokens.words.size(), kWords);
  EXPECT_EQ(tokens.pairs.size(), kWords + 1);  // the last word stands before the first, too
}

TEST_F(TokensTest, CountsEarlierMessagesLessTheLongerTheQuestion) {
  const auto brief = ReadAll({"magnesium", "and heat"}, *vocabulary_);
  const auto lengthy = ReadAll(
      {"magnesium", "is a hot water bottle good for my calf at night in bed"}, *vocabulary_);
  const auto weight = [this](const std::vector<text::Reading>& conversation) {
    for (const WordToken& word : TokensOfConversation(conversation, *vocabulary_).words) {
      if (word.form == "magnesium") return word.weight;
    }
    return 0.0F;
  };
  EXPECT_GT(weight(brief), weight(lengthy));
  EXPECT_GT(weight(lengthy), 0);
}

TEST_F(TokensTest, KeepsTheGreaterWeightOfAWordSaidTwice) {
  const auto conversation = ReadAll({"heat", "heat"}, *vocabulary_);
  const Tokens tokens = TokensOfConversation(conversation, *vocabulary_);
  ASSERT_EQ(tokens.words.size(), 1u);
  EXPECT_EQ(tokens.words[0].weight, 1);
}

TEST_F(TokensTest, GivesUnknownWordsAKeyOfTheirOwn) {
  const text::Reading reading = text::Read("xylophones zzyzx", *vocabulary_);
  EXPECT_EQ(TokensOf(reading, *vocabulary_).words.size(), 2u);
}

}  // namespace
}  // namespace charley::match
