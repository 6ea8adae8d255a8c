#include "service/curate/side_by_side.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <set>
#include <vector>

namespace charley::curate {
namespace {

using knowledge::FittedNumbers;

// More than a pipe holds at once.
constexpr size_t kNumbers = 1 << 20;

// Numbers that tell which fit they are of, and in which process it ran.
FittedNumbers NumbersOf(size_t fit) {
  FittedNumbers numbers(kNumbers, 0);
  numbers.front() = static_cast<float>(fit);
  numbers.back() = static_cast<float>(getpid());
  return numbers;
}

TEST(FitSideBySide, ReturnsEveryFitInItsPlace) {
  for (size_t count = 0; count <= 5; ++count) {
    const std::vector<FittedNumbers> fitted = FitSideBySide(count, NumbersOf);
    ASSERT_EQ(fitted.size(), count);
    for (size_t i = 0; i < count; ++i) {
      ASSERT_EQ(fitted[i].size(), kNumbers);
      EXPECT_EQ(fitted[i].front(), static_cast<float>(i));
    }
  }
}

TEST(FitSideBySide, ReturnsAsManyNumbersAsEachFitGives) {
  const std::vector<FittedNumbers> fitted =
      FitSideBySide(4, [](size_t fit) { return FittedNumbers(3 - fit, 0.5F); });
  for (size_t i = 0; i < 4; ++i) EXPECT_EQ(fitted[i], FittedNumbers(3 - i, 0.5F));
}

TEST(FitSideBySide, FitsEveryOtherInAProcessOfItsOwnAndTheFirstInThis) {
  std::set<float> processes;
  const std::vector<FittedNumbers> fitted = FitSideBySide(4, NumbersOf);
  for (const FittedNumbers& numbers : fitted) processes.insert(numbers.back());
  EXPECT_EQ(processes.size(), 3u);  // this one, and one for each other fit
  EXPECT_EQ(fitted.front().back(), static_cast<float>(getpid()));
}

TEST(FitSideBySide, FitsByItselfWhatAnotherProcessFailsAt) {
  const pid_t own = getpid();
  const std::vector<FittedNumbers> fitted = FitSideBySide(2, [own](size_t fit) {
    if (getpid() != own) _exit(1);
    return NumbersOf(fit);
  });
  ASSERT_EQ(fitted.size(), 2u);
  EXPECT_EQ(fitted[1].front(), 1);
  EXPECT_EQ(fitted[1].back(), static_cast<float>(own));
}

}  // namespace
}  // namespace charley::curate
