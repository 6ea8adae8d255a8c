#include "service/match/exact.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

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

TEST(ExactTexts, FindsNothingThatOnlyLooksLikeATextByTheLengthsOfItsWords) {
  const ExactTexts exact(SmallPack());
  EXPECT_EQ(exact.Find(text::ReadMessage("Does cold help a crump?")), -1);
}

TEST(ExactTexts, FindsTheSameByKeysThatWereStored) {
  const auto pack = SmallPack();
  std::vector<ExactTexts::Key> keys;
  ForEachExample(pack, [&keys](int, const std::string& text) {
    keys.push_back(ExactTexts::KeyOf(text::ReadMessage(text)));
  });
  const ExactTexts stored(pack, keys);
  const ExactTexts read(pack);
  for (const char* message : {"Does heat help a cramp?", "thanks", "does heat help"}) {
    EXPECT_EQ(stored.Find(text::ReadMessage(message)), read.Find(text::ReadMessage(message)));
  }
}

TEST(ExactTexts, PrefersATitleToAnExample) {
  auto pack = SmallPack();
  pack.mutable_topics(kNight)->add_examples(pack.topics(kHeat).title());
  EXPECT_EQ(ExactTexts(pack).Find(text::ReadMessage(pack.topics(kHeat).title())), kHeat);
}

}  // namespace
}  // namespace charley::match
