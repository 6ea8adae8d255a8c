#include "service/web/status_names.h"

#include <array>

#include "absl/strings/str_format.h"

namespace charley::web {
namespace {

struct CodeName {
  absl::string_view name;
  int http_status;
};

// By the number of the code.
constexpr std::array<CodeName, 17> kNames = {{
    {"ok", 200},
    {"canceled", 499},
    {"unknown", 500},
    {"invalid_argument", 400},
    {"deadline_exceeded", 504},
    {"not_found", 404},
    {"already_exists", 409},
    {"permission_denied", 403},
    {"resource_exhausted", 429},
    {"failed_precondition", 400},
    {"aborted", 409},
    {"out_of_range", 400},
    {"unimplemented", 501},
    {"internal", 500},
    {"unavailable", 503},
    {"data_loss", 500},
    {"unauthenticated", 401},
}};

const CodeName& NameOf(Code code) {
  const auto index = static_cast<size_t>(code);
  return kNames[index < kNames.size() ? index : static_cast<size_t>(Code::kUnknown)];
}

}  // namespace

absl::string_view ConnectName(Code code) { return NameOf(code).name; }

int ConnectHttpStatus(Code code) { return NameOf(code).http_status; }

std::string PercentEncode(absl::string_view message) {
  std::string encoded;
  for (const char c : message) {
    if (c >= ' ' && c <= '~' && c != '%') {
      encoded += c;
    } else {
      absl::StrAppendFormat(&encoded, "%%%02X", static_cast<unsigned char>(c));
    }
  }
  return encoded;
}

}  // namespace charley::web
