// Ids that a request must name.

#ifndef CHARLEY_SERVICE_RPC_REQUIRED_ID_H_
#define CHARLEY_SERVICE_RPC_REQUIRED_ID_H_

#include <string>

#include "absl/types/optional.h"
#include "service/rpc/status_details.h"

namespace charley::rpc {

// INVALID_ARGUMENT when the id is blank.
absl::optional<CallError> CheckRequiredId(const char* field, const std::string& id);

}  // namespace charley::rpc

#endif  // CHARLEY_SERVICE_RPC_REQUIRED_ID_H_
