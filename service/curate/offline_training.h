// Learns, when a pack is built, what a device looks for without a connection.

#ifndef CHARLEY_SERVICE_CURATE_OFFLINE_TRAINING_H_
#define CHARLEY_SERVICE_CURATE_OFFLINE_TRAINING_H_

#include "absl/status/statusor.h"
#include "charley/knowledge/v1/pack.pb.h"
#include "service/text/vocabulary.h"
#include "service/triage/triage.h"

namespace charley::curate {

// Distils triage into a table of words and pairs. It learns from what `triage` decides, read with
// `vocabulary`, on the messages of `authored`: those for training, the trials of the rules, and the
// examples of the topics. The threshold is set by cross-validation on the messages that triage
// escalates, for recall: a card too many does less harm than one too few. Deterministic.
// FAILED_PRECONDITION: triage escalates none of the messages, or all.
absl::StatusOr<knowledge::v1::Model> TrainOfflineCheck(const knowledge::v1::Pack& authored,
                                                       const triage::Triage& triage,
                                                       const text::Vocabulary& vocabulary);

}  // namespace charley::curate

#endif  // CHARLEY_SERVICE_CURATE_OFFLINE_TRAINING_H_
