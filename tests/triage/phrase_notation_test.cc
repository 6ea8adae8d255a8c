#include "service/triage/phrase_notation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace charley::triage {
namespace {

using Kind = PhraseToken::Kind;
using ::testing::HasSubstr;

TEST(ParsePhrase, ReadsEachKindOfStep) {
  const auto phrase = ParsePhrase("leg =red {body.calf} {body.*} _ ... #38-42.5 #");
  ASSERT_TRUE(phrase.ok()) << phrase.status();
  ASSERT_EQ(phrase->size(), 8u);
  EXPECT_EQ((*phrase)[0].kind, Kind::kStem);
  EXPECT_EQ((*phrase)[1].kind, Kind::kExact);
  EXPECT_EQ((*phrase)[1].text, "red");
  EXPECT_EQ((*phrase)[2].text, "body.calf");
  EXPECT_EQ((*phrase)[3].text, "body.*");
  EXPECT_EQ((*phrase)[4].kind, Kind::kAny);
  EXPECT_EQ((*phrase)[5].kind, Kind::kGap);
  EXPECT_EQ((*phrase)[6].high, 42.5);
  EXPECT_EQ((*phrase)[7].kind, Kind::kNumber);
}

TEST(ParsePhrase, NormalisesWordsAsMessagesAre) {
  const auto phrase = ParsePhrase("Can’t 胸痛");
  ASSERT_TRUE(phrase.ok());
  ASSERT_EQ(phrase->size(), 3u);
  EXPECT_EQ((*phrase)[0].text, "cant");
  EXPECT_EQ((*phrase)[1].text, "胸");
}

TEST(ParsePhrase, KeepsNestedChoices) {
  const auto phrase = ParsePhrase("(my|his (left|right)|) leg");
  ASSERT_TRUE(phrase.ok());
  ASSERT_EQ(phrase->size(), 2u);
  const PhraseToken& choice = (*phrase)[0];
  ASSERT_EQ(choice.alternatives.size(), 3u);
  EXPECT_EQ(choice.alternatives[1][1].kind, Kind::kChoice);
  EXPECT_TRUE(choice.alternatives[2].empty());
}

TEST(ParsePhrase, RefusesWhatCannotBeRead) {
  for (const char* phrase : {"(my leg", "my leg)", "a | b", "", "(a|)", "... leg", "leg ...",
                             "{body", "#3-x", "#x-3", "#3", "((((((((((a))))))))))"}) {
    EXPECT_FALSE(ParsePhrase(phrase).ok()) << phrase;
  }
  EXPECT_THAT(ParsePhrase("#3-x").status().ToString(), HasSubstr("write #38-42"));
}

}  // namespace
}  // namespace charley::triage
