#include "service/text/confusables.h"

#include <unicode/uchar.h>
#include <unicode/uspoof.h>
#include <unicode/utf8.h>

#include <memory>

#include "absl/strings/ascii.h"

namespace charley::text {
namespace {

struct CloseSpoofChecker {
  void operator()(USpoofChecker* checker) const { uspoof_close(checker); }
};
using SpoofChecker = std::unique_ptr<USpoofChecker, CloseSpoofChecker>;

// The ASCII letters that `letter` (one code point in UTF-8) looks like, or an empty string.
std::string AsciiSkeleton(const SpoofChecker& checker, absl::string_view letter) {
  char skeleton[16];
  UErrorCode status = U_ZERO_ERROR;
  const int32_t length =
      uspoof_getSkeletonUTF8(checker.get(), 0, letter.data(), static_cast<int32_t>(letter.size()),
                             skeleton, sizeof(skeleton), &status);
  if (U_FAILURE(status) || length <= 0) return "";
  const absl::string_view view(skeleton, static_cast<size_t>(length));
  for (const char c : view) {
    if (!absl::ascii_isalpha(static_cast<unsigned char>(c))) return "";
  }
  return absl::AsciiStrToLower(view);
}

struct WordShape {
  std::string latin;  // the word with look-alikes replaced
  int ascii_letters = 0;
  int replaced = 0;
  int other = 0;  // letters that look like no ASCII letter
};

WordShape ShapeOf(const SpoofChecker& checker, absl::string_view word) {
  WordShape shape;
  const auto* bytes = reinterpret_cast<const uint8_t*>(word.data());
  const auto size = static_cast<int32_t>(word.size());
  for (int32_t i = 0; i < size;) {
    const int32_t start = i;
    UChar32 c;
    U8_NEXT(bytes, i, size, c);
    const absl::string_view letter =
        word.substr(static_cast<size_t>(start), static_cast<size_t>(i - start));
    if (c >= 0 && c < 0x80) {
      if (absl::ascii_isalpha(static_cast<unsigned char>(c))) ++shape.ascii_letters;
      shape.latin.append(letter.data(), letter.size());
      continue;
    }
    const std::string skeleton = u_isalpha(c) ? AsciiSkeleton(checker, letter) : "";
    if (skeleton.empty()) {
      shape.other += u_isalpha(c) ? 1 : 0;
      shape.latin.append(letter.data(), letter.size());
    } else {
      ++shape.replaced;
      shape.latin += skeleton;
    }
  }
  return shape;
}

bool HasAsciiWord(absl::string_view text) {
  for (const char c : text) {
    if (absl::ascii_isalpha(static_cast<unsigned char>(c))) return true;
  }
  return false;
}

}  // namespace

std::string ReplaceConfusables(absl::string_view normalized) {
  UErrorCode status = U_ZERO_ERROR;
  const SpoofChecker checker(uspoof_open(&status));
  if (U_FAILURE(status) || !HasAsciiWord(normalized)) return std::string(normalized);
  std::string out;
  out.reserve(normalized.size());
  size_t start = 0;
  while (start <= normalized.size()) {
    const size_t end = std::min(normalized.find_first_of(" \n", start), normalized.size());
    const absl::string_view word = normalized.substr(start, end - start);
    const WordShape shape = ShapeOf(checker, word);
    const bool mixed = shape.ascii_letters > 0 && shape.replaced > 0;
    const bool wholly_alike = shape.ascii_letters == 0 && shape.other == 0 && shape.replaced > 2;
    const absl::string_view chosen =
        (mixed || wholly_alike) ? absl::string_view(shape.latin) : word;
    out.append(chosen.data(), chosen.size());
    if (end < normalized.size()) out += normalized[end];
    start = end + 1;
  }
  return out;
}

}  // namespace charley::text
