#include "service/match/calibration.h"

#include <algorithm>
#include <cmath>

#include "service/match/evidence.h"
#include "service/match/one_versus_rest.h"
#include "service/match/training.h"

namespace charley::match {
namespace {

double LogLikelihood(const std::vector<TrainingMessage>& messages,
                     const std::vector<Scores>& scores, const Targets& targets, float sharpness) {
  double sum = 0;
  for (size_t i = 0; i < messages.size(); ++i) {
    if (messages[i].fold == kNoFold || messages[i].misspelt) continue;
    const std::vector<float> probabilities = ProbabilitiesOf(scores[i], targets, sharpness);
    const float share = probabilities[static_cast<size_t>(messages[i].label)];
    sum += std::log(std::max(static_cast<double>(share), 1e-12));
  }
  return sum;
}

// The value under which `share` of the sorted values lie.
double Quantile(const std::vector<double>& sorted, double share) {
  if (sorted.empty()) return 0.5;
  const auto at = static_cast<size_t>(share * static_cast<double>(sorted.size()));
  return sorted[std::min(at, sorted.size() - 1)];
}

double ShareBelow(const std::vector<double>& sorted, double threshold) {
  if (sorted.empty()) return 0;
  const auto at = std::lower_bound(sorted.begin(), sorted.end(), threshold);
  return static_cast<double>(at - sorted.begin()) / static_cast<double>(sorted.size());
}

}  // namespace

float FitSharpness(const std::vector<TrainingMessage>& messages, const std::vector<Scores>& scores,
                   const Targets& targets) {
  float best = 1;
  double most = LogLikelihood(messages, scores, targets, best);
  for (float sharpness = 1.25F; sharpness <= 32; sharpness *= 1.25F) {
    const double likelihood = LogLikelihood(messages, scores, targets, sharpness);
    if (likelihood > most) {
      most = likelihood;
      best = sharpness;
    }
  }
  return best;
}

void Calibrate(const std::vector<TrainingMessage>& messages, const std::vector<Scores>& scores,
               const Targets& targets, knowledge::v1::RankerModel& model) {
  model.set_sharpness(FitSharpness(messages, scores, targets));
  std::vector<std::vector<double>> rows;
  std::vector<bool> labels;
  for (size_t i = 0; i < messages.size(); ++i) {
    if (messages[i].fold == kNoFold || messages[i].misspelt) continue;
    if (targets.IsSmallTalk(messages[i].label)) continue;
    const Shares shares = SharesOf(ProbabilitiesOf(scores[i], targets, model.sharpness()), targets);
    const Evidence evidence = EvidenceOf(scores[i], shares);
    rows.emplace_back(evidence.begin(), evidence.end());
    labels.push_back(targets.IsTopic(messages[i].label));
  }
  const std::vector<double> coefficients = TrainLogistic(rows, labels);
  model.mutable_coverage()->Add(coefficients.begin(), coefficients.end());
  std::vector<double> inside;
  std::vector<double> outside;
  for (size_t i = 0; i < rows.size(); ++i) {
    Evidence evidence;
    std::copy(rows[i].begin(), rows[i].end(), evidence.begin());
    (labels[i] ? inside : outside).push_back(CoverageOf(evidence, coefficients));
  }
  std::sort(inside.begin(), inside.end());
  std::sort(outside.begin(), outside.end());
  model.set_threshold(Quantile(inside, kMostWronglyRefused));
  model.set_refused(ShareBelow(inside, model.threshold()));
  model.set_caught(ShareBelow(outside, model.threshold()));
}

}  // namespace charley::match
