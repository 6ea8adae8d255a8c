#include "client/cli/utf8.h"

#include <gtest/gtest.h>

namespace charley::cli {
namespace {

TEST(RepairUtf8, LeavesUnicodeAsItIs) {
  EXPECT_EQ(RepairUtf8("calf \u00e9 \u4f60 \U0001F9B5"), "calf \u00e9 \u4f60 \U0001F9B5");
}

TEST(RepairUtf8, PutsReplacementCharactersForBytesThatAreNotUtf8) {
  EXPECT_EQ(RepairUtf8("a\xff"
                       "b\xc3"),
            "a\ufffdb\ufffd");
}

TEST(RepairUtf8, TakesNoEncodedSurrogate) {
  EXPECT_EQ(RepairUtf8("\xed\xa0\x80").find("\xed\xa0\x80"), std::string::npos);
}

TEST(RepairUtf8, KeepsNulBytes) {
  EXPECT_EQ(RepairUtf8(absl::string_view("a\0b", 3)), std::string("a\0b", 3));
}

TEST(Printable, ReplacesControlCharactersOfBothSets) {
  EXPECT_EQ(Printable("a\x1b[2Jb\u009bc\x7f"), "a\ufffd[2Jb\ufffdc\ufffd");
}

TEST(Printable, KeepsLineFeedsAndTurnsTabsIntoSpaces) { EXPECT_EQ(Printable("a\tb\nc"), "a b\nc"); }

TEST(Printable, DropsMarksThatReorderText) {
  EXPECT_EQ(Printable("a\u202eb\u2066c\u200fd\ufeff"), "abcd");
}

TEST(PrintableLine, IsOneLine) { EXPECT_EQ(PrintableLine("a\nb"), "a b"); }

}  // namespace
}  // namespace charley::cli
