#include "service/answer/request_check.h"

#include <unicode/unistr.h>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "service/answer/limits.h"

namespace charley::answer {
namespace {

size_t CountCodePoints(const std::string& text) {
  return static_cast<size_t>(icu::UnicodeString::fromUTF8(text).countChar32());
}

bool IsBlank(const std::string& text) {
  const icu::UnicodeString trimmed = icu::UnicodeString::fromUTF8(text).trim();
  return trimmed.isEmpty();
}

bool IsRegionCode(const std::string& region) {
  return region.size() == 2 && absl::ascii_isalpha(static_cast<unsigned char>(region[0])) &&
         absl::ascii_isalpha(static_cast<unsigned char>(region[1]));
}

}  // namespace

absl::optional<FieldViolation> CheckRequest(const v1::AskRequest& request) {
  if (IsBlank(request.question())) {
    return FieldViolation{"question", "is empty: type a question"};
  }
  const size_t length = CountCodePoints(request.question());
  if (length > limits::kMostQuestionCodePoints) {
    return FieldViolation{"question", absl::StrCat("has ", length, " characters, at most ",
                                                   limits::kMostQuestionCodePoints,
                                                   " are answered: ask it in fewer words")};
  }
  const auto earlier = static_cast<size_t>(request.earlier_size());
  if (earlier > limits::kMostEarlierMessages) {
    return FieldViolation{
        "earlier", absl::StrCat("has ", earlier, " messages, at most ",
                                limits::kMostEarlierMessages, " are read: send the latest ones")};
  }
  if (!request.region().empty() && !IsRegionCode(request.region())) {
    return FieldViolation{"region",
                          "is no ISO 3166-1 alpha-2 code: send two letters such as GB, "
                          "or leave it empty"};
  }
  return absl::nullopt;
}

}  // namespace charley::answer
