// A learned second opinion: a linear model that may raise the level, never lower it.

#ifndef CHARLEY_SERVICE_TRIAGE_SECOND_OPINION_H_
#define CHARLEY_SERVICE_TRIAGE_SECOND_OPINION_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "charley/knowledge/v1/pack.pb.h"
#include "service/text/reading.h"
#include "service/text/vocabulary.h"
#include "service/triage/analysis.h"
#include "service/triage/features.h"

namespace charley::triage {

// The name of its model in a pack.
inline constexpr char kSecondOpinionModel[] = "triage.linear";

// A rule that needs support counts from this share of the chance that raises the level by itself.
inline constexpr double kSupportShare = 0.5;

// The weights of a logistic regression over hashed features.
struct LinearModel {
  float threshold = 1;         // probability from which it raises the level
  std::vector<float> weights;  // by slot
};

// Packs a model into bytes, and reads them. Weights are stored in 1/32768 of the largest.
// INVALID_ARGUMENT: the bytes are no such model.
std::string EncodeModel(const LinearModel& model);
absl::StatusOr<LinearModel> DecodeModel(absl::string_view bytes);

// The probability that a model gives a vector.
double Probability(const LinearModel& model, absl::Span<const Feature> features);

// Immutable; thread-safe.
class SecondOpinion {
 public:
  // The pack's model, or null when the pack has none. INVALID_ARGUMENT: the model cannot be read.
  static absl::StatusOr<std::unique_ptr<const SecondOpinion>> Create(
      const knowledge::v1::Pack& pack, const text::Vocabulary& vocabulary,
      const Analyzer& analyzer);

  // The probability that a conversation holds a red flag.
  double Urgency(absl::Span<const text::Reading> conversation, const Analysis& analysis) const {
    return Probability(model_, extractor_.Extract(conversation, analysis));
  }

  // From which it raises the level.
  double threshold() const { return static_cast<double>(model_.threshold); }

 private:
  SecondOpinion(FeatureExtractor extractor, LinearModel model)
      : extractor_(std::move(extractor)), model_(std::move(model)) {}

  const FeatureExtractor extractor_;
  const LinearModel model_;
};

}  // namespace charley::triage

#endif  // CHARLEY_SERVICE_TRIAGE_SECOND_OPINION_H_
