#include "service/rpc/rate_answer.h"

#include "service/rpc/required_id.h"

namespace charley::rpc {

absl::optional<CallError> RateAnswer(const answer::Engine* engine,
                                     const v1::RateAnswerRequest& request, Ratings& ratings) {
  if (auto error = CheckRequiredId("topic_id", request.topic_id())) return error;
  const v1::Rating rating = request.rating();
  if (rating != v1::RATING_HELPFUL && rating != v1::RATING_NOT_HELPFUL) {
    return InvalidField({"rating", "is unspecified or unknown: send HELPFUL or NOT_HELPFUL"});
  }
  if (engine == nullptr) return PackNotLoaded();
  if (!ratings.Count(request.topic_id(), rating)) return TopicNotFound();
  return absl::nullopt;
}

}  // namespace charley::rpc
