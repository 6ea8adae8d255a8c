#include "service/match/exact.h"

#include <gtest/gtest.h>

#include "tests/match/small_pack.h"

namespace charley::match {
namespace {

TEST(ExactTexts, FindsTitlesExamplesAndSmallTalk) {
  const ExactTexts exact(SmallPack());
  EXPECT_EQ(exact.Find(text::ReadMessage("Does heat help a cramp?")), kHeat);
  EXPECT_EQ(exact.Find(text::ReadMessage("  3AM cramps, in bed!")), kNight);
  EXPECT_EQ(exact.Find(text::ReadMessage("thanks")), 3 + kThanks);
}

TEST(ExactTexts, FindsNothingElse) {
  const ExactTexts exact(SmallPack());
  EXPECT_EQ(exact.Find(text::ReadMessage("does heat help")), -1);
  EXPECT_EQ(exact.Find(text::ReadMessage("")), -1);
}

TEST(ExactTexts, PrefersATitleToAnExample) {
  auto pack = SmallPack();
  pack.mutable_topics(kNight)->add_examples(pack.topics(kHeat).title());
  EXPECT_EQ(ExactTexts(pack).Find(text::ReadMessage(pack.topics(kHeat).title())), kHeat);
}

}  // namespace
}  // namespace charley::match
