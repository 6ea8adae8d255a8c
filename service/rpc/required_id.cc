#include "service/rpc/required_id.h"

#include "absl/strings/ascii.h"

namespace charley::rpc {

absl::optional<CallError> CheckRequiredId(const char* field, const std::string& id) {
  if (!absl::StripAsciiWhitespace(id).empty()) return absl::nullopt;
  return InvalidField({field, "is blank: name one"});
}

}  // namespace charley::rpc
