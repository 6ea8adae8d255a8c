#include "client/cli/surrogates.h"

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"

namespace charley::cli {
namespace {

constexpr size_t kEscapeLength = 6;  // \uXXXX

enum class Half { kNone, kHigh, kLow };

// Whether a surrogate is escaped at `at`: \ud800 to \udbff are high halves, \udc00 to \udfff low.
Half HalfAt(absl::string_view json, size_t at) {
  const absl::string_view escape = at < json.size() ? json.substr(at, kEscapeLength) : "";
  if (escape.size() < kEscapeLength || escape[0] != '\\' || escape[1] != 'u') return Half::kNone;
  if (absl::ascii_tolower(escape[2]) != 'd') return Half::kNone;
  if (!absl::ascii_isxdigit(escape[4]) || !absl::ascii_isxdigit(escape[5])) return Half::kNone;
  switch (absl::ascii_tolower(escape[3])) {
    case '8':
    case '9':
    case 'a':
    case 'b':
      return Half::kHigh;
    case 'c':
    case 'd':
    case 'e':
    case 'f':
      return Half::kLow;
    default:
      return Half::kNone;
  }
}

}  // namespace

std::string ReplaceLoneSurrogates(std::string json) {
  size_t at = json.find('\\');
  while (at != std::string::npos) {
    const Half half = HalfAt(json, at);
    size_t length = 2;  // a backslash and what it escapes
    if (half == Half::kHigh && HalfAt(json, at + kEscapeLength) == Half::kLow) {
      length = 2 * kEscapeLength;
    } else if (half != Half::kNone) {
      json.replace(at, kEscapeLength, "\\ufffd");
      length = kEscapeLength;
    }
    at = json.find('\\', at + length);
  }
  return json;
}

}  // namespace charley::cli
