#include "client/cli/utf8.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "absl/strings/str_replace.h"

namespace charley::cli {
namespace {

icu::UnicodeString FromUtf8(absl::string_view bytes) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(bytes.data(), static_cast<int32_t>(bytes.size())));
}

std::string ToUtf8(const icu::UnicodeString& text) {
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

constexpr UChar32 kReplacement = 0xFFFD;
constexpr UChar32 kByteOrderMark = 0xFEFF;
constexpr UChar32 kLineSeparator = 0x2028;
constexpr UChar32 kParagraphSeparator = 0x2029;

void AppendPrintable(UChar32 c, icu::UnicodeString& to) {
  if (c == '\n') {
    to.append(c);
  } else if (c == '\t' || c == kLineSeparator || c == kParagraphSeparator) {
    to.append(UChar32{' '});
  } else if (u_charType(c) == U_CONTROL_CHAR) {
    to.append(kReplacement);
  } else if (!u_hasBinaryProperty(c, UCHAR_BIDI_CONTROL) && c != kByteOrderMark) {
    to.append(c);
  }
}

}  // namespace

std::string RepairUtf8(absl::string_view bytes) { return ToUtf8(FromUtf8(bytes)); }

std::string Printable(absl::string_view text) {
  const icu::UnicodeString from = FromUtf8(text);
  icu::UnicodeString to;
  for (int32_t at = 0; at < from.length(); at = from.moveIndex32(at, 1)) {
    AppendPrintable(from.char32At(at), to);
  }
  return ToUtf8(to);
}

std::string PrintableLine(absl::string_view text) {
  return absl::StrReplaceAll(Printable(text), {{"\n", " "}});
}

}  // namespace charley::cli
