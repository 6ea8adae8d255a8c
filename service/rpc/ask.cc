#include "service/rpc/ask.h"

#include <utility>

namespace charley::rpc {

absl::optional<CallError> Ask(const answer::Engine* engine, const answer::Minimum& minimum,
                              const v1::AskRequest& request, std::string& response,
                              CallRecord& record) {
  const answer::Engine* answering = engine == nullptr ? minimum.Get() : engine;
  if (answering == nullptr) return PackNotLoaded();
  answer::EncodedOutcome outcome = answering->AskEncoded(request);
  if (outcome.violation.has_value()) return InvalidField(*outcome.violation);
  if (engine == nullptr && outcome.reply.kind != answer::kEscalationKind) return PackNotLoaded();
  response = std::move(outcome.reply.bytes);
  record.reply = outcome.reply.kind;
  return absl::nullopt;
}

}  // namespace charley::rpc
