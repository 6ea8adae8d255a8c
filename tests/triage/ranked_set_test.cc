#include "service/triage/ranked_set.h"

#include <gtest/gtest.h>

namespace charley::triage {
namespace {

TEST(RankedSet, RanksItsNumbersInTheirOrder) {
  RankedSet set;
  uint32_t rank = 0;
  for (const uint32_t number : {0u, 1u, 63u, 64u, 200u, 1000u}) set.Add(number);
  for (const uint32_t number : {0u, 1u, 63u, 64u, 200u, 1000u}) {
    EXPECT_EQ(set.Rank(number), rank++) << number;
  }
  EXPECT_EQ(set.size(), 6u);
}

TEST(RankedSet, RanksNothingElse) {
  RankedSet set;
  EXPECT_EQ(set.Rank(0), RankedSet::kNone);
  set.Add(5);
  set.Add(200);
  for (const uint32_t number : {0u, 4u, 6u, 69u, 100u, 199u, 201u, 256u, ~0u}) {
    EXPECT_EQ(set.Rank(number), RankedSet::kNone) << number;
  }
}

}  // namespace
}  // namespace charley::triage
