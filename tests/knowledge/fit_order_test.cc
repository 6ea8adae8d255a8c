#include "knowledge/fit_order.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <vector>

namespace charley::knowledge {
namespace {

FitOrder OrderOf(std::initializer_list<std::vector<uint32_t>> vectors) {
  FitOrder order(100);
  for (const std::vector<uint32_t>& vector : vectors) {
    for (const uint32_t feature : vector) order.Count(feature);
  }
  order.Number();
  return order;
}

TEST(FitOrder, NumbersWhatMostVectorsHoldFirst) {
  const FitOrder order = OrderOf({{7, 9}, {9}, {9}, {9}, {9}, {9}, {9}, {9}});
  EXPECT_EQ(order.features(), (std::vector<uint32_t>{9, 7}));
  EXPECT_EQ(order.NumberOf(9), 0u);
  EXPECT_EQ(order.NumberOf(7), 1u);
}

TEST(FitOrder, KeepsTheRareFeaturesOfOneVectorTogether) {
  const FitOrder order = OrderOf({{40, 90, 3}, {41, 91, 2}});
  EXPECT_EQ(order.features(), (std::vector<uint32_t>{40, 90, 3, 41, 91, 2}));
}

TEST(FitOrder, LeavesOutFeaturesThatNoVectorHolds) {
  EXPECT_EQ(OrderOf({{5}}).size(), 1u);
  EXPECT_EQ(OrderOf({}).size(), 0u);
}

}  // namespace
}  // namespace charley::knowledge
