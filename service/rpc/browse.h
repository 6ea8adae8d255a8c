// Answers ListTopics, GetTopic and GetSource.

#ifndef CHARLEY_SERVICE_RPC_BROWSE_H_
#define CHARLEY_SERVICE_RPC_BROWSE_H_

#include "absl/types/optional.h"
#include "charley/v1/assistant.pb.h"
#include "service/answer/engine.h"
#include "service/rpc/status_details.h"

namespace charley::rpc {

// Each answers from `engine`; null means that no pack is loaded.
absl::optional<CallError> ListTopics(const answer::Engine* engine,
                                     const v1::ListTopicsRequest& request,
                                     v1::ListTopicsResponse& response);
absl::optional<CallError> GetTopic(const answer::Engine* engine, const v1::GetTopicRequest& request,
                                   v1::GetTopicResponse& response);
absl::optional<CallError> GetSource(const answer::Engine* engine,
                                    const v1::GetSourceRequest& request,
                                    v1::GetSourceResponse& response);

}  // namespace charley::rpc

#endif  // CHARLEY_SERVICE_RPC_BROWSE_H_
