#include "service/rpc/ask.h"

#include <utility>

namespace charley::rpc {
namespace {

absl::string_view KindOf(const v1::AskResponse& response) {
  if (response.has_escalation()) return "escalation";
  switch (response.reply_case()) {
    case v1::AskResponse::kAnswer:
      return "answer";
    case v1::AskResponse::kClarification:
      return "clarification";
    case v1::AskResponse::kNotCovered:
      return "not_covered";
    case v1::AskResponse::kSmallTalk:
      return "small_talk";
    case v1::AskResponse::REPLY_NOT_SET:
      return "";
  }
  return "";
}

}  // namespace

absl::optional<CallError> Ask(const answer::Engine* engine, const answer::Minimum& minimum,
                              const v1::AskRequest& request, v1::AskResponse& response,
                              CallRecord& record) {
  const answer::Engine* answering = engine == nullptr ? minimum.Get() : engine;
  if (answering == nullptr) return PackNotLoaded();
  answer::AskOutcome outcome = answering->Ask(request);
  if (outcome.violation.has_value()) return InvalidField(*outcome.violation);
  if (engine == nullptr && !outcome.response.has_escalation()) return PackNotLoaded();
  response = std::move(outcome.response);
  record.reply = KindOf(response);
  return absl::nullopt;
}

}  // namespace charley::rpc
