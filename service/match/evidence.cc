#include "service/match/evidence.h"

#include <algorithm>
#include <cmath>

namespace charley::match {
namespace {

constexpr float kLeastShare = 1e-6F;  // keeps the log odds finite

}  // namespace

std::vector<float> ProbabilitiesOf(const Scores& scores, const Targets& targets, float sharpness) {
  std::vector<float> probabilities(scores.begin(), scores.begin() + targets.none() + 1);
  const float most = *std::max_element(probabilities.begin(), probabilities.end());
  float sum = 0;
  for (float& value : probabilities) {
    value = std::exp(sharpness * (value - most));
    sum += value;
  }
  for (float& value : probabilities) value /= sum;
  return probabilities;
}

Shares SharesOf(absl::Span<const float> probabilities, const Targets& targets) {
  Shares shares;
  for (size_t i = 0; i < probabilities.size(); ++i) {
    const int target = static_cast<int>(i);
    float& share = targets.IsTopic(target)       ? shares.topics
                   : targets.IsSmallTalk(target) ? shares.small_talk
                                                 : shares.none;
    share += probabilities[i];
  }
  return shares;
}

Evidence EvidenceOf(const Scores& scores, const Shares& shares) {
  const float odds = std::log((shares.topics + kLeastShare) / (shares.none + kLeastShare));
  return {static_cast<double>(odds), static_cast<double>(scores.back())};
}

double CoverageOf(const Evidence& evidence, absl::Span<const double> coefficients) {
  double sum = coefficients.back();
  for (size_t i = 0; i < evidence.size(); ++i) sum += coefficients[i] * evidence[i];
  return 1 / (1 + std::exp(-sum));
}

}  // namespace charley::match
