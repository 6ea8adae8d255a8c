#include "service/text/confusables.h"

#include <unicode/uchar.h>
#include <unicode/uspoof.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>
#include <vector>

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

// A word with what follows it; `separator` is 0 at the end of the text.
struct Piece {
  absl::string_view word;
  WordShape shape;
  char separator = 0;
};

std::vector<Piece> Cut(const SpoofChecker& checker, absl::string_view text) {
  std::vector<Piece> pieces;
  for (size_t start = 0; start <= text.size();) {
    const size_t end = std::min(text.find_first_of(" \n", start), text.size());
    const absl::string_view word = text.substr(start, end - start);
    pieces.push_back({word, ShapeOf(checker, word), end < text.size() ? text[end] : '\0'});
    start = end + 1;
  }
  return pieces;
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
  std::vector<Piece> pieces = Cut(checker, normalized);
  const bool is_disguised = std::any_of(pieces.begin(), pieces.end(), [](const Piece& piece) {
    return piece.shape.ascii_letters > 0 && piece.shape.replaced > 0;
  });
  const int fewest_alike = is_disguised ? 1 : 3;
  std::string out;
  out.reserve(normalized.size());
  for (const auto& [word, shape, separator] : pieces) {
    const bool mixed = shape.ascii_letters > 0 && shape.replaced > 0;
    const bool wholly_alike =
        shape.ascii_letters == 0 && shape.other == 0 && shape.replaced >= fewest_alike;
    const absl::string_view chosen =
        (mixed || wholly_alike) ? absl::string_view(shape.latin) : word;
    out.append(chosen.data(), chosen.size());
    if (separator != 0) out += separator;
  }
  return out;
}

}  // namespace charley::text
