#include "client/cli/page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/cli/terminal.h"

namespace charley::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const Environment kNoVariables = [](const std::string&) { return std::string(); };

Environment With(const std::string& name, const std::string& value) {
  return [name, value](const std::string& asked) { return asked == name ? value : std::string(); };
}

TEST(Page, AlignsTheLinesOfAnItem) {
  Page page({20, false});
  page.Item("[1]", "paragraph 4 of the article");
  EXPECT_EQ(page.text(), "  [1] paragraph 4 of\n      the article\n");
}

TEST(Page, PutsTextBelowAMarkerThatFillsTheLine) {
  Page page({20, false});
  page.Item("night-cramps-why", "Why at night?");
  EXPECT_EQ(page.text(), "  night-cramps-why\n    Why at night?\n");
}

TEST(Page, LeavesNoSpaceAtTheEndOfALine) {
  Page page({20, false});
  page.Item("[1]", "");
  page.Paragraph("a ", 2);
  page.Unwrapped("");
  EXPECT_EQ(page.text(), "  [1]\n  a\n\n");
}

TEST(Page, LeavesOneEmptyLineForManyGapsAndNoneAtTheStart) {
  Page page({20, false});
  page.Gap();
  page.Paragraph("a");
  page.Gap();
  page.Gap();
  page.Paragraph("b");
  page.Gap();
  EXPECT_EQ(page.text(), "a\n\nb\n");
}

TEST(Page, WritesNoEscapeWithoutColour) {
  Page page({20, false});
  page.Alarm("!! HELP");
  page.Heading("a");
  page.Item("1", "b");
  EXPECT_EQ(page.text(), "!! HELP\na\n  1 b\n");
}

TEST(Page, SpansTheAlarmOverTheLineInReverseVideo) {
  Page page({10, true});
  page.Alarm("!! HELP");
  EXPECT_EQ(page.text(), "\x1b[1;7m!! HELP   \x1b[0m\n");
}

TEST(Page, PassesNoControlCharacterOn) {
  Page page({80, false});
  const std::string hostile = "\x1b[2J\x07\u009b1mx";
  page.Alarm(hostile);
  page.Heading(hostile);
  page.Paragraph(hostile);
  page.Item(hostile, hostile);
  page.Unwrapped(hostile);
  EXPECT_THAT(page.text(), Not(HasSubstr("\x1b")));
  EXPECT_THAT(page.text(), Not(HasSubstr("\x07")));
  EXPECT_THAT(page.text(), Not(HasSubstr("\u009b")));
}

TEST(StyleFor, IsPlainAndEightyColumnsInAPipe) {
  const PageStyle style = StyleFor({true, false, 0}, kNoVariables, false);
  EXPECT_FALSE(style.colour);
  EXPECT_EQ(style.width, 80);
}

TEST(StyleFor, FollowsTheTerminalUpToEightyColumns) {
  EXPECT_EQ(StyleFor({true, true, 44}, kNoVariables, false).width, 44);
  EXPECT_EQ(StyleFor({true, true, 200}, kNoVariables, false).width, 80);
  EXPECT_EQ(StyleFor({true, true, 3}, kNoVariables, false).width, 20);
  EXPECT_EQ(StyleFor({true, true, 0}, kNoVariables, false).width, 80);
}

TEST(StyleFor, HasColourOnATerminalUnlessToldOtherwise) {
  const Terminal terminal = {true, true, 80};
  EXPECT_TRUE(StyleFor(terminal, kNoVariables, false).colour);
  EXPECT_FALSE(StyleFor(terminal, kNoVariables, true).colour);
  EXPECT_FALSE(StyleFor(terminal, With("NO_COLOR", "1"), false).colour);
  EXPECT_FALSE(StyleFor(terminal, With("TERM", "dumb"), false).colour);
}

}  // namespace
}  // namespace charley::cli
