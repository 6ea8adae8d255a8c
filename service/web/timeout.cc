#include "service/web/timeout.h"

#include <algorithm>
#include <cstdint>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"

namespace charley::web {
namespace {

// A number of at most `most_digits` plain digits.
absl::optional<int64_t> ParseDigits(absl::string_view digits, size_t most_digits) {
  const bool plain = std::all_of(digits.begin(), digits.end(),
                                 [](unsigned char c) { return absl::ascii_isdigit(c); });
  int64_t value = 0;
  if (!plain || digits.size() > most_digits || !absl::SimpleAtoi(digits, &value)) {
    return absl::nullopt;
  }
  return value;
}

}  // namespace

absl::optional<absl::Duration> ParseGrpcTimeout(absl::string_view field) {
  if (field.size() < 2) return absl::nullopt;
  const absl::optional<int64_t> value = ParseDigits(field.substr(0, field.size() - 1), 8);
  if (!value.has_value()) return absl::nullopt;
  switch (field.back()) {
    case 'H':
      return absl::Hours(*value);
    case 'M':
      return absl::Minutes(*value);
    case 'S':
      return absl::Seconds(*value);
    case 'm':
      return absl::Milliseconds(*value);
    case 'u':
      return absl::Microseconds(*value);
    case 'n':
      return absl::Nanoseconds(*value);
    default:
      return absl::nullopt;
  }
}

absl::optional<absl::Duration> ParseConnectTimeout(absl::string_view field) {
  const absl::optional<int64_t> value = ParseDigits(field, 10);
  if (!value.has_value()) return absl::nullopt;
  return absl::Milliseconds(*value);
}

}  // namespace charley::web
