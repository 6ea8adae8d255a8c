// A learned second opinion: a linear model that may raise the level, never lower it.

#ifndef CHARLEY_SERVICE_TRIAGE_SECOND_OPINION_H_
#define CHARLEY_SERVICE_TRIAGE_SECOND_OPINION_H_

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/container/inlined_vector.h"
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

// How many log odds a sentence alone must be above what a whole conversation must reach.
inline constexpr double kAloneHandicap = 1.5;

// The weights of a logistic regression over hashed features, in steps of 1/32767 of the largest: as
// floats they would take twice the memory, which every question reads all over.
struct LinearModel {
  float threshold = 1;  // chance from which it raises the level
  float step = 0;
  std::vector<int16_t> steps;  // by slot

  float Weight(uint32_t slot) const { return step * static_cast<float>(steps[slot]); }
};

// What a known word weighs by itself.
struct WordWeights {
  float stem = 0;
  float letters = 0;  // of all its letter groups
};

// Packs a threshold and weights by slot into bytes, and reads them. INVALID_ARGUMENT: the bytes are
// no such model.
std::string EncodeModel(float threshold, const std::vector<float>& weights);
absl::StatusOr<LinearModel> DecodeModel(absl::string_view bytes);

// A chance as log odds, and back.
double LogOdds(double chance);
double Chance(double log_odds);

// What the second opinion makes of a conversation, in log odds of a red flag.
struct Opinion {
  double whole = 0;                             // of everything together
  Sentences sentences;                          // and of each sentence by itself
  absl::InlinedVector<double, 8> of_sentences;  // by sentence

  // The log odds of the most urgent sentence, less a handicap. Nothing that stands before or after
  // that sentence changes them.
  double Alone() const;
  // The log odds by which it raises the level: the whole's, or Alone.
  double Most() const { return std::max(whole, Alone()); }
  // The log odds that support what stands in words [begin, end) of a message: those of the most
  // urgent sentence that holds them.
  double Support(uint32_t message, uint32_t begin, uint32_t end) const;
};

// Immutable; thread-safe.
class SecondOpinion {
 public:
  // The pack's model, or null when the pack has none. INVALID_ARGUMENT: the model cannot be read.
  static absl::StatusOr<std::unique_ptr<const SecondOpinion>> Create(
      const knowledge::v1::Pack& pack, const text::Vocabulary& vocabulary,
      const Analyzer& analyzer);

  // Asks memory for what Weigh reads of each word first, that it may be there by then.
  void Prefetch(absl::Span<const text::Reading> conversation) const;

  // Weighs a conversation. Linear in it.
  Opinion Weigh(absl::Span<const text::Reading> conversation, const Analysis& analysis) const;

  // The log odds from which it raises the level.
  double threshold() const { return LogOdds(static_cast<double>(model_.threshold)); }

 private:
  SecondOpinion(const text::Vocabulary& vocabulary, FeatureExtractor extractor, LinearModel model);

  const text::Vocabulary& vocabulary_;
  const FeatureExtractor extractor_;
  const LinearModel model_;
  std::vector<WordWeights> own_words_;  // by word of the pack's own
};

}  // namespace charley::triage

#endif  // CHARLEY_SERVICE_TRIAGE_SECOND_OPINION_H_
