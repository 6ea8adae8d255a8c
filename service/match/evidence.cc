#include "service/match/evidence.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace charley::match {
namespace {

constexpr float kLeastShare = 1e-6F;  // keeps the log odds finite

}  // namespace

std::vector<float> ProbabilitiesOf(const Scores& scores, const Targets& targets, float sharpness) {
  std::vector<float> probabilities(scores.begin(), scores.begin() + targets.none() + 1);
  float most = probabilities.front();
  for (const float score : probabilities) most = std::max(most, score);
  float sum = 0;
  for (float& value : probabilities) {
    value = std::exp(sharpness * (value - most));
    sum += value;
  }
  const float share = 1 / sum;
  for (float& value : probabilities) value *= share;
  return probabilities;
}

Shares SharesOf(absl::Span<const float> probabilities, const Targets& targets) {
  const auto sum = [](absl::Span<const float> part) {
    return std::reduce(part.begin(), part.end(), 0.0F);
  };
  const auto topics = static_cast<size_t>(targets.topics);
  const auto small_talk = static_cast<size_t>(targets.small_talk);
  Shares shares;
  shares.topics = sum(probabilities.first(topics));
  shares.small_talk = sum(probabilities.subspan(topics, small_talk));
  shares.none = sum(probabilities.subspan(topics + small_talk));
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
