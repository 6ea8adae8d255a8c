// Learns the second opinion when a pack is built.

#ifndef CHARLEY_SERVICE_TRIAGE_TRAINING_H_
#define CHARLEY_SERVICE_TRIAGE_TRAINING_H_

#include "absl/status/statusor.h"
#include "charley/knowledge/v1/pack.pb.h"
#include "knowledge/model_fits.h"
#include "service/text/vocabulary.h"

namespace charley::triage {

// Trains the second opinion on the pack's labelled messages, the examples of its rules, and, as
// ordinary messages, the examples of its topics and what it does not cover. The threshold is set by
// cross-validation for a budget of false alarms. Deterministic: the same pack gives the same bytes.
// INVALID_ARGUMENT: a rule or concept cannot be used, or there are no labelled messages.
absl::StatusOr<knowledge::v1::Model> TrainSecondOpinion(
    const knowledge::v1::Pack& pack, const text::Vocabulary& vocabulary,
    knowledge::RunFits run_fits = knowledge::FitOneByOne);

}  // namespace charley::triage

#endif  // CHARLEY_SERVICE_TRIAGE_TRAINING_H_
