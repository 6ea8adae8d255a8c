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

TEST(Fit, TellsTwoKindsOfVectorsApartByEitherLoss) {
  const LabelledVector urgent{{{kConstantSlot, 1}, {7, 1}}, true};
  const LabelledVector ordinary{{{kConstantSlot, 1}, {9, 1}}, false};
  const std::vector<const LabelledVector*> vectors = {&urgent, &ordinary, &urgent, &ordinary};
  for (const Loss loss : {Loss::kSquaredHinge, Loss::kLogistic}) {
    const std::vector<float> weights = Fit(vectors, loss, 1);
    EXPECT_GT(weights[7], 0);
    EXPECT_LT(weights[9], 0);
  }
}

TEST(Fit, TakesVectorsOfOneKindAlone) {
  const LabelledVector ordinary{{{kConstantSlot, 1}, {9, 1}}, false};
  const std::vector<float> weights = Fit({&ordinary, &ordinary}, Loss::kSquaredHinge, 1);
  EXPECT_LT(weights[9], 0);
}

TEST(Fit, LearnsNothingFromNothing) {
  EXPECT_EQ(Fit({}, Loss::kSquaredHinge, 1), std::vector<float>(kFeatureSlots, 0));
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
