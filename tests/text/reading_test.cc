#include "service/text/reading.h"

#include <gtest/gtest.h>

namespace charley::text {
namespace {

Vocabulary Words() {
  Vocabulary::Builder builder;
  for (const char* word : {"swollen", "swelling", "chest", "pain", "breathless"}) {
    builder.AddDomainWord(word);
  }
  for (const char* word : {"chess", "plain"}) builder.AddDictionaryWord(word);
  return std::move(builder).Build();
}

TEST(Read, CorrectsTypingErrorsTowardsDomainWords) {
  const Vocabulary words = Words();
  EXPECT_EQ(ReadAs(Read("swolen brethless", words), words), "swollen breathless");
}

TEST(Read, TakesNoRealWordForATypingError) {
  const Vocabulary words = Words();
  EXPECT_EQ(ReadAs(Read("plain chess", words), words), "plain chess");
}

TEST(Read, SplitsJoinedWords) {
  const Vocabulary words = Words();
  EXPECT_EQ(ReadAs(Read("chestpain", words), words), "chest pain");
}

TEST(Read, TakesTheCommonerOfTwoWordsThatWereEquallyLikelyMeant) {
  Vocabulary::Builder builder;
  builder.AddDomainWord("clamp", 1);
  builder.AddDomainWord("cramp", 100);
  const Vocabulary words = std::move(builder).Build();
  EXPECT_EQ(ReadAs(Read("camp", words), words), "cramp");
}

TEST(Read, TakesALikelySlipForACommonWordRatherThanTwoRareWordsThatTouch) {
  Vocabulary::Builder builder;
  builder.AddDomainWord("get", 50);
  builder.AddDomainWord("ring", 1);
  builder.AddDomainWord("getting", 50);
  const Vocabulary words = std::move(builder).Build();
  EXPECT_EQ(ReadAs(Read("getring", words), words), "getting");
}

TEST(Read, SplitsWhereBothWordsAreCommonest) {
  Vocabulary::Builder builder;
  builder.AddDomainWord("leg", 50);
  builder.AddDomainWord("cramps", 50);
  builder.AddDomainWord("legc", 1);
  builder.AddDomainWord("ramps", 1);
  const Vocabulary words = std::move(builder).Build();
  EXPECT_EQ(ReadAs(Read("legcramps", words), words), "leg cramps");
}

TEST(Read, CorrectsNoWordOfAnotherScript) {
  Vocabulary::Builder builder;
  builder.AddDomainWord("बाकू");
  const Vocabulary words = std::move(builder).Build();
  EXPECT_EQ(Read("बाकी", words).words[0].recognition, Recognition::kUnknown);
}

TEST(Vocabulary, HashesStemsTheSameInEveryOrder) {
  Vocabulary::Builder other;
  for (const char* word : {"pain", "swelling"}) other.AddDomainWord(word);
  const Vocabulary one = Words();
  const Vocabulary two = std::move(other).Build();
  EXPECT_EQ(one.StemHashes()[one.Stem(one.Find("swelling").id)],
            two.StemHashes()[two.Stem(two.Find("swelling").id)]);
}

}  // namespace
}  // namespace charley::text
