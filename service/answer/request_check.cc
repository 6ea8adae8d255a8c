#include "service/answer/request_check.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "service/answer/limits.h"

namespace charley::answer {
namespace {

// White space, and marks that nobody sees: a question of zero-width spaces is blank.
bool IsInvisible(UChar32 point) {
  return u_isUWhiteSpace(point) || u_hasBinaryProperty(point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

// Whether a text has at most `most` code points, one of them visible: a quick look that settles it
// for nearly every question, in bytes, of which a text has no fewer than code points.
bool IsSurelyFit(const std::string& text, size_t most) {
  return text.size() <= most && std::any_of(text.begin(), text.end(), [](char c) {
           return absl::ascii_isgraph(static_cast<unsigned char>(c));
         });
}

// Code points from the first visible one to the last.
size_t CountTrimmed(const std::string& text) {
  const icu::UnicodeString points = icu::UnicodeString::fromUTF8(text);
  int32_t begin = 0;
  int32_t end = points.length();
  while (begin < end && IsInvisible(points.char32At(begin))) {
    begin = points.moveIndex32(begin, 1);
  }
  while (begin < end && IsInvisible(points.char32At(points.moveIndex32(end, -1)))) {
    end = points.moveIndex32(end, -1);
  }
  return static_cast<size_t>(points.countChar32(begin, end - begin));
}

bool IsRegionCode(const std::string& region) {
  return region.size() == 2 && absl::ascii_isalpha(static_cast<unsigned char>(region[0])) &&
         absl::ascii_isalpha(static_cast<unsigned char>(region[1]));
}

absl::optional<FieldViolation> CheckQuestion(const std::string& question) {
  if (IsSurelyFit(question, limits::kMostQuestionCodePoints)) return absl::nullopt;
  const size_t length = CountTrimmed(question);
  if (length == 0) return FieldViolation{"question", "is empty: type a question"};
  if (length <= limits::kMostQuestionCodePoints) return absl::nullopt;
  return FieldViolation{"question", absl::StrCat("has ", length, " characters, at most ",
                                                 limits::kMostQuestionCodePoints,
                                                 " are answered: ask it in fewer words")};
}

}  // namespace

absl::optional<FieldViolation> CheckRequest(const v1::AskRequest& request) {
  if (auto violation = CheckQuestion(request.question())) return violation;
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
