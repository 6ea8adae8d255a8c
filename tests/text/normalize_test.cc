#include "service/text/normalize.h"

#include <gtest/gtest.h>

namespace charley::text {
namespace {

TEST(Normalize, TakesCapitalsAccentsAndFullWidthLettersAway) {
  EXPECT_EQ(Normalize("CHEST"), "chest");
  EXPECT_EQ(Normalize("dolor de corazón"), "dolor de corazon");
  EXPECT_EQ(Normalize("ｃｈｅｓｔ"), "chest");
}

TEST(Normalize, DropsZeroWidthLettersAndApostrophes) {
  EXPECT_EQ(Normalize("c\u200bhe\u200dst"), "chest");
  EXPECT_EQ(Normalize("can't"), "cant");
  EXPECT_EQ(Normalize("can\u2019t"), "cant");
}

TEST(Normalize, ReadsLookAlikeLetters) {
  EXPECT_EQ(Normalize("ch\u0435st p\u0430in"), "chest pain");
  EXPECT_EQ(Normalize("had \u0430 ch\u0435st pain"), "had a chest pain");
}

TEST(Normalize, LeavesOtherScriptsAlone) {
  EXPECT_EQ(Normalize("боль в груди"), "боль в груди");
  EXPECT_EQ(Normalize("胸痛"), "胸痛");
}

TEST(Normalize, UndoesDisguises) {
  EXPECT_EQ(Normalize("sw0ll3n"), "swollen");
  EXPECT_EQ(Normalize("c h e s t"), "chest");
  EXPECT_EQ(Normalize("sw*llen"), "swllen");
  EXPECT_EQ(Normalize("heeeelp"), "heelp");
  EXPECT_EQ(Normalize("b12 and 20mg"), "b12 and 20mg");
  EXPECT_EQ(Normalize("i c.h.e.s.t"), "i chest");
  EXPECT_EQ(Normalize("help c h e s t. a b"), "help chest. a b");
  EXPECT_EQ(Normalize("ch3st"), "chest");
  EXPECT_EQ(Normalize("my he@rt"), "my heart");
  EXPECT_EQ(Normalize("pas$ed out"), "passed out");
  EXPECT_EQ(Normalize("it is 3 am"), "it is 3 am");
  EXPECT_EQ(Normalize("ooo"), "oo");
}

TEST(Normalize, ReadsCannotInOneSpelling) {
  EXPECT_EQ(Normalize("CAN NOT breathe, i can not"), "cant breathe, i cant");
  EXPECT_EQ(Normalize("cannot can not can't."), "cant cant cant.");
  EXPECT_EQ(Normalize("pecan nothing, toucan not, can nots, can"),
            "pecan nothing, toucan not, can nots, can");
}

TEST(Normalize, NamesEmoji) { EXPECT_EQ(Normalize("\U0001F9B5"), " emoji_leg "); }

TEST(Normalize, TakesAnyBytes) {
  EXPECT_NE(Normalize("chest \xff\xfe pain").find("chest"), std::string::npos);
  EXPECT_EQ(Normalize(""), "");
}

}  // namespace
}  // namespace charley::text
