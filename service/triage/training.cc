#include "service/triage/training.h"

namespace charley::triage {

absl::StatusOr<knowledge::v1::Model> TrainSecondOpinion(const knowledge::v1::Pack&,
                                                        const text::Vocabulary&) {
  return absl::InvalidArgumentError("no labelled messages");
}

}  // namespace charley::triage
