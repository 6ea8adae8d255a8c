// A learned second opinion: a linear model that may raise the level, never lower it.

#ifndef CHARLEY_SERVICE_TRIAGE_SECOND_OPINION_H_
#define CHARLEY_SERVICE_TRIAGE_SECOND_OPINION_H_

#include <memory>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "charley/knowledge/v1/pack.pb.h"
#include "service/text/reading.h"
#include "service/text/vocabulary.h"
#include "service/triage/analysis.h"

namespace charley::triage {

// The name of its model in a pack.
inline constexpr char kSecondOpinionModel[] = "triage.linear";

// Immutable; thread-safe.
class SecondOpinion {
 public:
  // The pack's model, or null when the pack has none. INVALID_ARGUMENT: the model cannot be read.
  static absl::StatusOr<std::unique_ptr<const SecondOpinion>> Create(
      const knowledge::v1::Pack& pack, const text::Vocabulary& vocabulary);

  // The probability that a conversation holds a red flag.
  double Urgency(absl::Span<const text::Reading> conversation, const Analysis& analysis) const;

  // From which it raises the level.
  double threshold() const { return threshold_; }

 private:
  double threshold_ = 1;
};

}  // namespace charley::triage

#endif  // CHARLEY_SERVICE_TRIAGE_SECOND_OPINION_H_
