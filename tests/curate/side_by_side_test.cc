#include "service/curate/side_by_side.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <set>
#include <vector>

#include "service/triage/features.h"

namespace charley::curate {
namespace {

using triage::Weights;

// Weights that tell which fit they are of, and in which process it ran.
Weights WeightsOf(size_t fit) {
  Weights weights(triage::kFeatureSlots, 0);
  weights.front() = static_cast<float>(fit);
  weights.back() = static_cast<float>(getpid());
  return weights;
}

TEST(FitSideBySide, ReturnsEveryFitInItsPlace) {
  for (size_t count = 0; count <= 5; ++count) {
    const std::vector<Weights> fitted = FitSideBySide(count, WeightsOf);
    ASSERT_EQ(fitted.size(), count);
    for (size_t i = 0; i < count; ++i) {
      EXPECT_EQ(fitted[i].size(), triage::kFeatureSlots);
      EXPECT_EQ(fitted[i].front(), static_cast<float>(i));
    }
  }
}

TEST(FitSideBySide, FitsEveryOtherInAProcessOfItsOwn) {
  std::set<float> processes;
  for (const Weights& weights : FitSideBySide(4, WeightsOf)) processes.insert(weights.back());
  EXPECT_EQ(processes.size(), 3u);  // this one, and one for each other fit
}

TEST(FitSideBySide, FitsByItselfWhatAnotherProcessFailsAt) {
  const pid_t own = getpid();
  const std::vector<Weights> fitted = FitSideBySide(2, [own](size_t fit) {
    if (getpid() != own) _exit(1);
    return WeightsOf(fit);
  });
  ASSERT_EQ(fitted.size(), 2u);
  EXPECT_EQ(fitted[1].front(), 1);
  EXPECT_EQ(fitted[1].back(), static_cast<float>(own));
}

}  // namespace
}  // namespace charley::curate
