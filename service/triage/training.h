// Learns the second opinion when a pack is built.

#ifndef CHARLEY_SERVICE_TRIAGE_TRAINING_H_
#define CHARLEY_SERVICE_TRIAGE_TRAINING_H_

#include <cstddef>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "charley/knowledge/v1/pack.pb.h"
#include "service/text/vocabulary.h"

namespace charley::triage {

// Weights by slot, kFeatureSlots of them.
using Weights = std::vector<float>;

// Calls fit(0) to fit(count - 1), which do not depend on each other, and returns what they return.
using RunFits =
    absl::FunctionRef<std::vector<Weights>(size_t count, absl::FunctionRef<Weights(size_t)> fit)>;
std::vector<Weights> FitOneByOne(size_t count, absl::FunctionRef<Weights(size_t)> fit);

// Trains the second opinion on the pack's labelled messages, the examples of its rules, and, as
// ordinary messages, the examples of its topics and what it does not cover. The threshold is set by
// cross-validation for a budget of false alarms. Deterministic: the same pack gives the same bytes.
// INVALID_ARGUMENT: a rule or concept cannot be used, or there are no labelled messages.
absl::StatusOr<knowledge::v1::Model> TrainSecondOpinion(const knowledge::v1::Pack& pack,
                                                        const text::Vocabulary& vocabulary,
                                                        RunFits run_fits = FitOneByOne);

}  // namespace charley::triage

#endif  // CHARLEY_SERVICE_TRIAGE_TRAINING_H_
