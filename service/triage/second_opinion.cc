#include "service/triage/second_opinion.h"

namespace charley::triage {

absl::StatusOr<std::unique_ptr<const SecondOpinion>> SecondOpinion::Create(
    const knowledge::v1::Pack&, const text::Vocabulary&) {
  return std::unique_ptr<const SecondOpinion>();
}

double SecondOpinion::Urgency(absl::Span<const text::Reading>, const Analysis&) const { return 0; }

}  // namespace charley::triage
