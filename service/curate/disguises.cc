#include "service/curate/disguises.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <string>
#include <utility>

#include "service/text/typos.h"

namespace charley::curate {
namespace {

// Zero width space, non-joiner, joiner, word joiner, soft hyphen.
constexpr UChar32 kInvisible[] = {0x200B, 0x200C, 0x200D, 0x2060, 0x00AD};
constexpr absl::string_view kLatin = "aceiopxy";
constexpr UChar32 kCyrillic[] = {0x0430, 0x0441, 0x0435, 0x0456, 0x043E, 0x0440, 0x0445, 0x0443};

constexpr int kDrawsOfTypos = 8;
constexpr uint64_t kBetweenDraws = 1000;  // seeds; a message and what was said earlier take fewer

// What `rewrite(character, result)` appends for each character of a text.
template <typename Rewrite>
std::string Rewritten(const std::string& text, Rewrite rewrite) {
  const icu::UnicodeString before = icu::UnicodeString::fromUTF8(text);
  icu::UnicodeString after;
  for (int32_t i = 0; i < before.length(); i = before.moveIndex32(i, 1)) {
    rewrite(before.char32At(i), after);
  }
  std::string result;
  return after.toUTF8String(result);
}

std::string InCapitals(const std::string& text) {
  std::string result;
  return icu::UnicodeString::fromUTF8(text).toUpper(icu::Locale::getRoot()).toUTF8String(result);
}

std::string WithoutPunctuation(const std::string& text) {
  return Rewritten(text, [](UChar32 c, icu::UnicodeString& result) {
    if (c == '\'' || c == 0x2019) return;
    result.append(u_ispunct(c) ? UChar32{' '} : c);
  });
}

std::string WithInvisible(const std::string& text) {
  size_t letters = 0;
  return Rewritten(text, [&letters](UChar32 c, icu::UnicodeString& result) {
    result.append(c);
    if (!u_isalpha(c) || ++letters % 2 != 0) return;
    result.append(kInvisible[letters / 2 % std::size(kInvisible)]);
  });
}

std::string WithLookAlikes(const std::string& text) {
  return Rewritten(text, [](UChar32 c, icu::UnicodeString& result) {
    const size_t place = c < 0x80 ? kLatin.find(static_cast<char>(c)) : absl::string_view::npos;
    result.append(place == absl::string_view::npos ? c : kCyrillic[place]);
  });
}

std::string DisguisedText(const std::string& text, Disguise disguise, uint64_t seed) {
  switch (disguise) {
    case Disguise::kTypos:
      return text::WithTypos(text, seed);
    case Disguise::kCapitals:
      return InCapitals(text);
    case Disguise::kNoPunctuation:
      return WithoutPunctuation(text);
    case Disguise::kZeroWidth:
      return WithInvisible(text);
    case Disguise::kLookAlikes:
      return WithLookAlikes(text);
  }
  return text;
}

// In the order of Disguise.
constexpr std::pair<absl::string_view, absl::string_view> kNamesAndDescriptions[] = {
    {"typos", "With a typing error in each long word, mean of eight draws"},
    {"capitals", "In capitals"},
    {"no punctuation", "Without punctuation"},
    {"zero width", "With invisible characters within words"},
    {"look-alikes", "With Cyrillic letters that look like Latin ones"}};

}  // namespace

absl::string_view NameOf(Disguise disguise) {
  return kNamesAndDescriptions[static_cast<size_t>(disguise)].first;
}

absl::string_view DescriptionOf(Disguise disguise) {
  return kNamesAndDescriptions[static_cast<size_t>(disguise)].second;
}

int DrawsOf(Disguise disguise) { return disguise == Disguise::kTypos ? kDrawsOfTypos : 1; }

knowledge::v1::LabelledMessage Disguised(const knowledge::v1::LabelledMessage& message,
                                         Disguise disguise, int draw) {
  knowledge::v1::LabelledMessage result = message;
  const uint64_t seed = text::SeedOf(message.id()) + static_cast<uint64_t>(draw) * kBetweenDraws;
  result.set_question(DisguisedText(message.question(), disguise, seed));
  for (int i = 0; i < message.earlier_size(); ++i) {
    const uint64_t own_seed = seed + 1 + static_cast<uint64_t>(i);
    result.set_earlier(i, DisguisedText(message.earlier(i), disguise, own_seed));
  }
  return result;
}

}  // namespace charley::curate
