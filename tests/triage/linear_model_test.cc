// The second opinion's model as bytes.

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "service/triage/second_opinion.h"

namespace charley::triage {
namespace {

TEST(LinearModel, SurvivesItsEncoding) {
  std::vector<float> weights(kFeatureSlots, 0);
  weights[3] = 2;
  weights[kFeatureSlots - 1] = -1;
  const auto decoded = DecodeModel(EncodeModel(0.25F, weights));
  ASSERT_TRUE(decoded.ok());
  EXPECT_EQ(decoded->threshold, 0.25f);
  EXPECT_NEAR(decoded->Weight(3), 2, 1e-4);
  EXPECT_NEAR(decoded->Weight(kFeatureSlots - 1), -1, 1e-4);
}

TEST(LinearModel, WithoutWeightsSurvivesToo) {
  const auto decoded = DecodeModel(EncodeModel(1, std::vector<float>(kFeatureSlots, 0)));
  ASSERT_TRUE(decoded.ok());
  EXPECT_EQ(decoded->steps, std::vector<int16_t>(kFeatureSlots, 0));
  EXPECT_EQ(decoded->Weight(7), 0);
}

TEST(LinearModel, RefusesBytesThatAreNone) {
  const std::string good = [] {
    std::vector<float> weights(kFeatureSlots, 0);
    weights[kFeatureSlots - 1] = 1;
    return EncodeModel(1, weights);
  }();
  EXPECT_TRUE(DecodeModel(good).ok());
  EXPECT_TRUE(DecodeModel(good.substr(0, 13)).ok());  // all but the only weight
  for (size_t size = 0; size < good.size(); ++size) {
    if (size == 13) continue;
    EXPECT_FALSE(DecodeModel(good.substr(0, size)).ok()) << size;
  }
  EXPECT_FALSE(DecodeModel(good + std::string("\x01\x00\x00", 3)).ok());  // one slot too far
  EXPECT_FALSE(DecodeModel(good + "\xff\xff\xff\xff\xff\xff").ok());
  EXPECT_FALSE(DecodeModel("XXXX" + good.substr(4)).ok());
  std::string other_size = good;
  ++other_size[4];
  EXPECT_FALSE(DecodeModel(other_size).ok());
}

}  // namespace
}  // namespace charley::triage
