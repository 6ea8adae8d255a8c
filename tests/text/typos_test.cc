#include "service/text/typos.h"

#include <gtest/gtest.h>

#include <set>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"
#include "service/text/spelling.h"

namespace charley::text {
namespace {

constexpr char kText[] = "Why do BOTH my calves cramp whenever somebody stretches, again & again?";

TEST(WithTypos, GivesTheSameErrorsForTheSameSeed) {
  EXPECT_EQ(WithTypos(kText, 7), WithTypos(kText, 7));
  EXPECT_NE(WithTypos(kText, 7), WithTypos(kText, 8));
}

TEST(WithTypos, NeverChangesWhatASeedGives) {
  EXPECT_EQ(WithTypos("stretching before bedtime", 1), "stretfhing beforee beddtime");
}

TEST(WithTypos, MakesOneEditInEachWordOfFiveLettersOrMore) {
  const std::vector<std::string> words = absl::StrSplit(kText, ' ');
  for (uint64_t seed = 0; seed < 200; ++seed) {
    const std::vector<std::string> typed = absl::StrSplit(WithTypos(kText, seed), ' ');
    ASSERT_EQ(typed.size(), words.size());
    for (size_t i = 0; i < words.size(); ++i) {
      const std::string before = absl::AsciiStrToLower(words[i]);
      const std::string after = absl::AsciiStrToLower(typed[i]);
      const bool is_long =
          before.find_first_not_of("abcdefghijklmnopqrstuvwxyz") >= 5 && before.size() >= 5;
      EXPECT_EQ(text::EditDistance(before, after, 3), is_long ? 1 : 0) << after << ", " << seed;
    }
  }
}

TEST(WithTypos, ChangesAWordOfOneLetterOnly) {
  for (uint64_t seed = 0; seed < 50; ++seed) EXPECT_NE(WithTypos("aaaaaaa", seed), "aaaaaaa");
}

TEST(WithTypos, MakesEveryKindOfError) {
  std::set<std::string> results;
  for (uint64_t seed = 0; seed < 500; ++seed) results.insert(WithTypos("cramp", seed));
  for (const char* typo : {"camp", "crramp", "carmp", "ctamp"}) {
    EXPECT_EQ(results.count(typo), 1u) << typo;
  }
}

TEST(WithTypos, LeavesOtherSignsAndScriptsAlone) {
  const std::string text = "a b 12345 \xF0\x9F\xA6\xB5 \xE8\x85\xBF\xE6\x8A\xBD\xE7\xAD\x8B ok?";
  EXPECT_EQ(WithTypos(text, 3), text);
  EXPECT_EQ(WithTypos("", 3), "");
}

}  // namespace
}  // namespace charley::text
