// What speaks for a message being answered by the pack.

#ifndef CHARLEY_SERVICE_MATCH_EVIDENCE_H_
#define CHARLEY_SERVICE_MATCH_EVIDENCE_H_

#include <array>
#include <cstddef>
#include <vector>

#include "absl/types/span.h"
#include "service/match/scoring_model.h"
#include "service/match/targets.h"

namespace charley::match {

// Probabilities of the targets and of "none": the softmax of their scores times a sharpness.
std::vector<float> ProbabilitiesOf(const Scores& scores, const Targets& targets, float sharpness);

// The sums of probabilities over all topics, over all small talk, and of "none".
struct Shares {
  float topics = 0;
  float small_talk = 0;
  float none = 0;
};
Shares SharesOf(absl::Span<const float> probabilities, const Targets& targets);

// The numbers that coverage is learned from, in the order of kEvidenceNames.
inline constexpr size_t kEvidenceCount = 2;
using Evidence = std::array<double, kEvidenceCount>;
inline constexpr std::array<const char*, kEvidenceCount> kEvidenceNames = {
    "log odds of any topic against none", "score of being in scope"};

Evidence EvidenceOf(const Scores& scores, const Shares& shares);

// The logistic function of the evidence: a probability. `coefficients` has the constant last.
double CoverageOf(const Evidence& evidence, absl::Span<const double> coefficients);

}  // namespace charley::match

#endif  // CHARLEY_SERVICE_MATCH_EVIDENCE_H_
