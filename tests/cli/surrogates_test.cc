#include "client/cli/surrogates.h"

#include <gtest/gtest.h>

namespace charley::cli {
namespace {

TEST(ReplaceLoneSurrogates, KeepsPairs) {
  EXPECT_EQ(ReplaceLoneSurrogates(R"("\ud83e\uddb5")"), R"("\ud83e\uddb5")");
}

TEST(ReplaceLoneSurrogates, ReplacesEachHalfThatStandsAlone) {
  EXPECT_EQ(ReplaceLoneSurrogates(R"("\ud83e")"), R"("\ufffd")");
  EXPECT_EQ(ReplaceLoneSurrogates(R"("\uDDB5x\uD83E")"), R"("\ufffdx\ufffd")");
  EXPECT_EQ(ReplaceLoneSurrogates(R"("\ud83e\ud83e\uddb5")"), R"("\ufffd\ud83e\uddb5")");
}

TEST(ReplaceLoneSurrogates, KnowsAnEscapedBackslash) {
  EXPECT_EQ(ReplaceLoneSurrogates(R"("\\ud83e")"), R"("\\ud83e")");
}

TEST(ReplaceLoneSurrogates, LeavesBrokenEscapesToTheParser) {
  for (const char* json : {"\\", "\\u", "\\ud8", "\\ud8zz", "\"\\u00e9\""}) {
    EXPECT_EQ(ReplaceLoneSurrogates(json), json);
  }
}

}  // namespace
}  // namespace charley::cli
