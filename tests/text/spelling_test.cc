#include "service/text/spelling.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace charley::text {
namespace {

// The distance by the whole matrix.
int PlainDistance(const std::string& a, const std::string& b) {
  std::vector<std::vector<int>> edits(a.size() + 1, std::vector<int>(b.size() + 1));
  for (size_t i = 0; i <= a.size(); ++i) {
    for (size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        edits[i][j] = static_cast<int>(i + j);
        continue;
      }
      const int cost = a[i - 1] == b[j - 1] ? 0 : 1;
      edits[i][j] =
          std::min({edits[i - 1][j] + 1, edits[i][j - 1] + 1, edits[i - 1][j - 1] + cost});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        edits[i][j] = std::min(edits[i][j], edits[i - 2][j - 2] + 1);
      }
    }
  }
  return edits[a.size()][b.size()];
}

std::string SomeLetters(std::mt19937& random) {
  std::string letters;
  for (size_t i = 0, size = random() % 9; i < size; ++i) {
    letters += static_cast<char>('a' + random() % 3);
  }
  return letters;
}

TEST(EditDistance, CountsAnExchangeOfNeighboursOnce) {
  EXPECT_EQ(EditDistance("chest", "cehst", 2), 1);
  EXPECT_EQ(EditDistance("calf", "calf", 2), 0);
  EXPECT_EQ(EditDistance("calf", "toe", 1), 2);
}

TEST(EditDistance, IsThatOfTheWholeMatrixUpToItsLimit) {
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    const std::string a = SomeLetters(random);
    const std::string b = SomeLetters(random);
    for (int limit = 0; limit <= 3; ++limit) {
      ASSERT_EQ(EditDistance(a, b, limit), std::min(PlainDistance(a, b), limit + 1))
          << a << ", " << b << ", " << limit;
    }
  }
}

class SpellingOfOne : public testing::Test {
 protected:
  SpellingOfOne() {
    spelling_.Add(7, "strawberries", 1, /*two_edits=*/true);
    spelling_.Sort();
  }

  bool Finds(const std::string& form) const {
    const Correction found = spelling_.Nearest(form);
    return found.worth > 0 && found.id == 7;
  }

 private:
  Spelling spelling_;
};

TEST_F(SpellingOfOne, FindsItWithoutBothOfADoubleLetter) { EXPECT_TRUE(Finds("strawbeies")); }

TEST_F(SpellingOfOne, FindsItWithLettersThatNobodyMeant) {
  EXPECT_TRUE(Finds("straxxwberries"));
  EXPECT_TRUE(Finds("straaawberries"));
  EXPECT_TRUE(Finds("sstrawberriess"));
}

TEST_F(SpellingOfOne, DoesNotFindItByTwoEditsBehindAnotherFirstLetter) {
  EXPECT_TRUE(Finds("atrawberries"));
  EXPECT_FALSE(Finds("atrawberrie"));
}

TEST_F(SpellingOfOne, DoesNotFindItByThreeEdits) { EXPECT_FALSE(Finds("strawbxxrxies")); }

}  // namespace
}  // namespace charley::text
