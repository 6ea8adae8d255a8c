#include "service/rpc/browse.h"

#include <utility>

#include "service/rpc/required_id.h"

namespace charley::rpc {

absl::optional<CallError> ListTopics(const answer::Engine* engine,
                                     const v1::ListTopicsRequest& request,
                                     v1::ListTopicsResponse& response) {
  if (engine == nullptr) return PackNotLoaded();
  auto page = engine->catalogue().ListTopics(request);
  if (!page.ok()) return InvalidField(page.status());
  response = *std::move(page);
  return absl::nullopt;
}

absl::optional<CallError> GetTopic(const answer::Engine* engine, const v1::GetTopicRequest& request,
                                   v1::GetTopicResponse& response) {
  if (auto error = CheckRequiredId("topic_id", request.topic_id())) return error;
  if (engine == nullptr) return PackNotLoaded();
  auto topic = engine->catalogue().GetTopic(request.topic_id());
  if (!topic.ok()) return TopicNotFound();
  response = *std::move(topic);
  return absl::nullopt;
}

absl::optional<CallError> GetSource(const answer::Engine* engine,
                                    const v1::GetSourceRequest& request,
                                    v1::GetSourceResponse& response) {
  if (auto error = CheckRequiredId("source_id", request.source_id())) return error;
  if (engine == nullptr) return PackNotLoaded();
  auto source = engine->catalogue().GetSource(request.source_id());
  if (!source.ok()) return SourceNotFound();
  response = *std::move(source);
  return absl::nullopt;
}

}  // namespace charley::rpc
