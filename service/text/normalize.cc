#include "service/text/normalize.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

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

// What stands for an ASCII character: by comparisons and bits alone, so that a compiler asks them
// of many at once.
constexpr uint8_t NormalAscii(uint8_t c) {
  const auto is_capital = static_cast<uint8_t>(static_cast<uint8_t>(c - 'A') < 26);
  const auto is_space = static_cast<uint8_t>(((c < ' ') & (c != '\n')) | (c == 0x7F) | (c == '_'));
  const auto is_apostrophe = static_cast<uint8_t>(c == '`');
  c = static_cast<uint8_t>(c | (is_capital << 5));
  c = static_cast<uint8_t>(c ^ ((c ^ ' ') & -is_space));
  return static_cast<uint8_t>(c ^ ((c ^ '\'') & -is_apostrophe));
}

std::string NormalizeAscii(absl::string_view raw) {
  std::string out(raw);
  auto* const letters = reinterpret_cast<uint8_t*>(out.data());
  for (size_t i = 0, size = out.size(); i < size; ++i) letters[i] = NormalAscii(letters[i]);
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
