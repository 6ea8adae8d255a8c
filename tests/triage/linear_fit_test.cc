#include "service/triage/linear_fit.h"

#include <gtest/gtest.h>

#include <cmath>

namespace charley::triage {
namespace {

TEST(Compact, AddsUpTheFeaturesOfOneSlotInOrder) {
  std::vector<Feature> features = {{5, 1}, {2, 3}, {5, 0.5}};
  Compact(features);
  ASSERT_EQ(features.size(), 2u);
  EXPECT_EQ(features[0].slot, 2u);
  EXPECT_EQ(features[1].value, 1.5f);
}

TEST(SlotOrder, NumbersSlotsInUseByHowManyVectorsHoldThem) {
  LabelledVector first{{{kConstantSlot, 1}, {7, 1}, {9, 2}}, true};
  LabelledVector second{{{kConstantSlot, 1}, {9, 3}}, false};
  const std::vector<LabelledVector*> vectors = {&first, &second};
  const SlotOrder order(vectors);
  EXPECT_EQ(order.size(), 3u);
  order.Renumber(first);
  ASSERT_EQ(first.features.size(), 3u);
  EXPECT_EQ(first.features[0].slot, kConstantSlot);
  EXPECT_EQ(first.features[1].slot, 2u);
  EXPECT_EQ(first.features[2].slot, 1u);
  EXPECT_EQ(first.features[2].value, 2);
  const std::vector<float> by_slot = order.BySlot({0.5F, 9, 7});
  ASSERT_EQ(by_slot.size(), kFeatureSlots);
  EXPECT_EQ(by_slot[kConstantSlot], 0.5F);
  EXPECT_EQ(by_slot[7], 7);
  EXPECT_EQ(by_slot[8], 0);
  EXPECT_EQ(by_slot[9], 9);
}

TEST(Fit, TellsTwoKindsOfVectorsApartByEitherLoss) {
  const LabelledVector urgent{{{kConstantSlot, 1}, {7, 1}}, true};
  const LabelledVector ordinary{{{kConstantSlot, 1}, {9, 1}}, false};
  const std::vector<const LabelledVector*> vectors = {&urgent, &ordinary, &urgent, &ordinary};
  for (const Loss loss : {Loss::kSquaredHinge, Loss::kLogistic}) {
    const std::vector<float> weights = Fit(vectors, 10, loss, 1);
    EXPECT_GT(weights[7], 0);
    EXPECT_LT(weights[9], 0);
  }
}

TEST(Fit, TakesVectorsOfOneKindAlone) {
  const LabelledVector ordinary{{{kConstantSlot, 1}, {9, 1}}, false};
  const std::vector<float> weights = Fit({&ordinary, &ordinary}, 10, Loss::kSquaredHinge, 1);
  EXPECT_LT(weights[9], 0);
}

TEST(Fit, LearnsNothingFromNothing) {
  EXPECT_EQ(Fit({}, 3, Loss::kSquaredHinge, 1), std::vector<float>(3, 0));
}

TEST(Calibrate, MakesLogOddsOfMargins) {
  std::vector<double> margins;
  std::vector<bool> urgent;
  // At a margin of 1 nine of ten are urgent, at -1 one of ten.
  for (int i = 0; i < 100; ++i) {
    margins.push_back(i % 2 == 0 ? 1 : -1);
    urgent.push_back(i % 20 < 2 ? i % 2 != 0 : i % 2 == 0);
  }
  const Calibration calibration = Calibrate(margins, urgent);
  EXPECT_NEAR(calibration.scale, std::log(9.0), 0.1);
  EXPECT_NEAR(calibration.shift, 0, 0.1);
}

}  // namespace
}  // namespace charley::triage
