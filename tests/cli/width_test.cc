#include "client/cli/width.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace charley::cli {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::ResultOf;

TEST(Columns, CountsTwoForWideCharacters) {
  EXPECT_EQ(Columns("calf"), 4);
  EXPECT_EQ(Columns("\u5c0f\u817f"), 4);
  EXPECT_EQ(Columns("\uff21"), 2);
}

TEST(Columns, CountsNothingForCombiningMarks) {
  EXPECT_EQ(Columns("e\u0301"), 1);
  EXPECT_EQ(Columns("a\u200bb"), 2);
}

TEST(Columns, CountsAnEmojiOfSeveralCharactersOnce) {
  EXPECT_EQ(Columns("\U0001F468\u200d\U0001F469\u200d\U0001F467"), 2);
}

TEST(Wrap, BreaksBetweenWords) {
  EXPECT_THAT(Wrap("stretch your calf gently", 12), ElementsAre("stretch your", "calf gently"));
}

TEST(Wrap, FillsALineToItsLastColumn) {
  EXPECT_THAT(Wrap("abcd efgh", 9), ElementsAre("abcd efgh"));
  EXPECT_THAT(Wrap("abcd efgh", 8), ElementsAre("abcd", "efgh"));
}

TEST(Wrap, BreaksInsideAWordThatIsWiderThanTheLine) {
  EXPECT_THAT(Wrap("ab abcdefgh", 4), ElementsAre("ab", "abcd", "efgh"));
}

TEST(Wrap, BreaksTextThatHasNoSpaces) {
  EXPECT_THAT(Wrap("\u5c0f\u817f\u62bd\u7b4b", 5), ElementsAre("\u5c0f\u817f", "\u62bd\u7b4b"));
}

TEST(Wrap, KeepsLineFeedsAndEmptyLines) {
  EXPECT_THAT(Wrap("a\n\nb", 10), ElementsAre("a", "", "b"));
  EXPECT_THAT(Wrap("", 10), ElementsAre(""));
}

TEST(Wrap, NeverExceedsTheWidth) {
  const std::string text =
      "Tired muscles, \u5c0f\u817f and anti-inflammatory/over-the-counter cramps.";
  for (int width = 2; width <= 40; ++width) {
    EXPECT_THAT(Wrap(text, width), Each(ResultOf(&Columns, ::testing::Le(width)))) << width;
  }
}

TEST(Wrap, EndsWithNoWidthToo) { EXPECT_THAT(Wrap("ab", 0), ElementsAre("a", "b")); }

}  // namespace
}  // namespace charley::cli
