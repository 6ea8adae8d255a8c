#include "service/curate/interval.h"

#include <gtest/gtest.h>

namespace charley::curate {
namespace {

// The values that Newcombe gives for this method (Statistics in Medicine 17, 1998, table I).
TEST(WilsonInterval, GivesThePublishedValues) {
  const struct {
    int credit, n;
    double low, high;
  } kCases[] = {
      {81, 263, 0.2553, 0.3662},
      {15, 148, 0.0624, 0.1605},
      {0, 20, 0.0000, 0.1611},
      {1, 29, 0.0061, 0.1718},
  };
  for (const auto& one : kCases) {
    const Interval interval = WilsonInterval(one.credit, one.n);
    EXPECT_NEAR(interval.low, one.low, 0.00005) << one.credit << " of " << one.n;
    EXPECT_NEAR(interval.high, one.high, 0.00005) << one.credit << " of " << one.n;
  }
}

TEST(WilsonInterval, MirrorsWhatIsCounted) {
  const Interval none = WilsonInterval(0, 55);
  const Interval all = WilsonInterval(55, 55);
  EXPECT_DOUBLE_EQ(none.low, 0);
  EXPECT_DOUBLE_EQ(all.high, 1);
  EXPECT_NEAR(none.high, 1 - all.low, 1e-12);
}

TEST(WilsonInterval, TakesHalves) {
  const Interval interval = WilsonInterval(10.5, 20);
  EXPECT_GT(interval.low, WilsonInterval(10, 20).low);
  EXPECT_LT(interval.high, WilsonInterval(11, 20).high);
}

TEST(WilsonInterval, KnowsNothingOfNothing) {
  const Interval interval = WilsonInterval(0, 0);
  EXPECT_EQ(interval.low, 0);
  EXPECT_EQ(interval.high, 1);
}

}  // namespace
}  // namespace charley::curate
