// Answers RateAnswer.

#ifndef CHARLEY_SERVICE_RPC_RATE_ANSWER_H_
#define CHARLEY_SERVICE_RPC_RATE_ANSWER_H_

#include "absl/types/optional.h"
#include "charley/v1/assistant.pb.h"
#include "service/answer/engine.h"
#include "service/rpc/ratings.h"
#include "service/rpc/status_details.h"

namespace charley::rpc {

// Counts one rating of a topic of `engine`'s pack; null means that no pack is loaded.
absl::optional<CallError> RateAnswer(const answer::Engine* engine,
                                     const v1::RateAnswerRequest& request, Ratings& ratings);

}  // namespace charley::rpc

#endif  // CHARLEY_SERVICE_RPC_RATE_ANSWER_H_
