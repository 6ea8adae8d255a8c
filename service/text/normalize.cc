#include "service/text/normalize.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <array>

#include "absl/strings/ascii.h"
#include "service/text/confusables.h"
#include "service/text/deobfuscate.h"

namespace charley::text {
namespace {

bool IsAscii(absl::string_view bytes) {
  unsigned char any = 0;
  for (const char c : bytes) any |= static_cast<unsigned char>(c);
  return absl::ascii_isascii(any);
}

bool IsApostrophe(UChar32 c) {
  return c == '\'' || c == '`' || c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0x00B4 ||
         c == 0x201B || c == 0x2032;
}

// NFKC turns a spacing acute accent into a space and a combining mark; both apostrophes must
// survive that.
icu::UnicodeString WithPlainApostrophes(absl::string_view raw) {
  icu::UnicodeString text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(raw.data(), static_cast<int32_t>(raw.size())));
  for (int32_t i = 0; i < text.length(); ++i) {
    if (IsApostrophe(text.charAt(i))) text.setCharAt(i, u'\'');
    if (text.charAt(i) == u'_') text.setCharAt(i, u' ');
  }
  return text;
}

icu::UnicodeString FoldCase(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* folder = icu::Normalizer2::getNFKCCasefoldInstance(status);
  icu::UnicodeString folded = U_SUCCESS(status) ? folder->normalize(text, status) : text;
  return U_SUCCESS(status) ? folded : text;
}

// The letter under the accents of a Latin letter, or `c` itself.
UChar32 WithoutAccent(UChar32 c, const icu::Normalizer2* decomposer) {
  if (c < 0xC0 || (c > 0x24F && (c < 0x1E00 || c > 0x1EFF)) || decomposer == nullptr) return c;
  icu::UnicodeString parts;
  if (!decomposer->getDecomposition(c, parts)) return c;
  return parts.char32At(0) < 0x80 ? parts.char32At(0) : c;
}

void AppendEmojiWord(UChar32 c, std::string& out) {
  char name[96];
  UErrorCode status = U_ZERO_ERROR;
  const int32_t length = u_charName(c, U_UNICODE_CHAR_NAME, name, sizeof(name), &status);
  if (U_FAILURE(status)) return;
  out += " emoji_";
  for (int32_t i = 0; i < length; ++i) {
    out += absl::ascii_isalnum(static_cast<unsigned char>(name[i])) ? absl::ascii_tolower(name[i])
                                                                    : '_';
  }
  out += ' ';
}

void AppendUtf8(UChar32 c, std::string& out) {
  char bytes[U8_MAX_LENGTH];
  int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, c);
  out.append(bytes, static_cast<size_t>(length));
}

bool IsPictograph(UChar32 c) {
  return c > 0xFF && (u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC) != 0) && !u_isalnum(c);
}

bool IsDropped(UChar32 c) {
  return (c >= 0x300 && c <= 0x36F) || (c >= 0x20D0 && c <= 0x20FF) ||
         u_hasBinaryProperty(c, UCHAR_EMOJI_MODIFIER) != 0;
}

std::string NormalizeUnicode(absl::string_view raw) {
  const icu::UnicodeString folded = FoldCase(WithPlainApostrophes(raw));
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decomposer = icu::Normalizer2::getNFDInstance(status);
  std::string out;
  out.reserve(raw.size() + raw.size() / 4);
  for (int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
    const UChar32 c = folded.char32At(i);
    if (IsDropped(c)) continue;
    if (IsPictograph(c)) {
      AppendEmojiWord(c, out);
    } else if (c != '\n' && (u_isspace(c) || u_iscntrl(c))) {
      out += ' ';
    } else {
      AppendUtf8(WithoutAccent(c, U_SUCCESS(status) ? decomposer : nullptr), out);
    }
  }
  return IsAscii(out) ? out : ReplaceConfusables(out);
}

// What stands for each ASCII character.
constexpr std::array<char, 128> kNormalAscii = [] {
  std::array<char, 128> normal{};
  for (int i = 0; i < 128; ++i) {
    const bool is_control = (i < ' ' && i != '\n') || i == 0x7F;
    const bool is_capital = i >= 'A' && i <= 'Z';
    normal[static_cast<size_t>(i)] = static_cast<char>(is_capital ? i - 'A' + 'a' : i);
    if (is_control || i == '_') normal[static_cast<size_t>(i)] = ' ';
  }
  normal['`'] = '\'';
  return normal;
}();

std::string NormalizeAscii(absl::string_view raw) {
  std::string out(raw);
  for (char& c : out) c = kNormalAscii[static_cast<unsigned char>(c)];
  return out;
}

}  // namespace

std::string Normalize(absl::string_view raw) {
  std::string text = IsAscii(raw) ? NormalizeAscii(raw) : NormalizeUnicode(raw);
  DropApostrophes(text);
  UndoObfuscation(text);
  ShortenCannot(text);
  return text;
}

}  // namespace charley::text
