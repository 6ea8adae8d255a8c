#include "service/curate/interval.h"

#include <algorithm>
#include <cmath>

namespace charley::curate {

Interval WilsonInterval(double credit, int n) {
  if (n <= 0) return {};
  constexpr double kZ = 1.959963984540054;  // 97.5 % point of the normal distribution
  const double rate = credit / n;
  const double denominator = 1 + kZ * kZ / n;
  const double centre = (rate + kZ * kZ / (2.0 * n)) / denominator;
  const double half = kZ / denominator * std::sqrt(rate * (1 - rate) / n + kZ * kZ / (4.0 * n * n));
  return {std::max(0.0, centre - half), std::min(1.0, centre + half)};
}

}  // namespace charley::curate
