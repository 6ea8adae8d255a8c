#include "service/text/plain_words.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace charley::text {
namespace {

icu::UnicodeString Normalized(const icu::UnicodeString& text, const icu::Normalizer2* normalizer,
                              UErrorCode& status) {
  icu::UnicodeString result = normalizer->normalize(text, status);
  return U_SUCCESS(status) ? result : text;
}

// NFKC, lower case, then NFD, so that accents stand by themselves.
icu::UnicodeString Decomposed(absl::string_view raw) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  icu::UnicodeString text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(raw.data(), static_cast<int32_t>(raw.size())));
  if (U_FAILURE(status)) return text;
  text = Normalized(text, nfkc, status);
  text.toLower(icu::Locale::getRoot());
  return Normalized(text, nfd, status);
}

bool IsApostrophe(UChar32 c) {
  return c == '\'' || c == '`' || c == 0x2018 || c == 0x2019 || c == 0x201B || c == 0x02BC ||
         c == 0x2032;
}

bool IsPassedOver(UChar32 c) {
  const int8_t category = u_charType(c);
  return category == U_NON_SPACING_MARK || category == U_FORMAT_CHAR || IsApostrophe(c);
}

// Letters (L) and numbers (N), as \p{L} and \p{N} in a regular expression.
bool IsWordCharacter(UChar32 c) { return (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_N_MASK)) != 0; }

}  // namespace

std::vector<std::string> PlainWords(absl::string_view raw, int longest) {
  const icu::UnicodeString text = Decomposed(raw);
  std::vector<std::string> words;
  icu::UnicodeString word;
  int length = 0;
  const auto end_word = [&] {
    if (length == 0) return;
    word.toUTF8String(words.emplace_back());
    word.remove();
    length = 0;
  };
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (IsPassedOver(c)) continue;
    if (!IsWordCharacter(c)) {
      end_word();
    } else if (length++ < longest) {
      word.append(c);
    }
  }
  end_word();
  return words;
}

}  // namespace charley::text
