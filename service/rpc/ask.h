// Answers Ask.

#ifndef CHARLEY_SERVICE_RPC_ASK_H_
#define CHARLEY_SERVICE_RPC_ASK_H_

#include <string>

#include "absl/types/optional.h"
#include "charley/v1/assistant.pb.h"
#include "service/answer/engine.h"
#include "service/answer/minimum.h"
#include "service/rpc/call_observer.h"
#include "service/rpc/status_details.h"

namespace charley::rpc {

// Answers from `engine` or, when that is null, escalates by `minimum` alone. `response` becomes an
// encoded AskResponse. Sets `record.reply`.
absl::optional<CallError> Ask(const answer::Engine* engine, const answer::Minimum& minimum,
                              const v1::AskRequest& request, std::string& response,
                              CallRecord& record);

}  // namespace charley::rpc

#endif  // CHARLEY_SERVICE_RPC_ASK_H_
