#include "service/answer/language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

namespace charley::answer {
namespace {

// A message is English enough when it knows this share of its words, and then no detector is asked.
constexpr double kKnownShare = 0.75;
constexpr size_t kFewestLetters = 10;  // below, detection is a guess

double KnownShare(const text::Reading& reading) {
  if (reading.words.empty()) return 1;
  size_t known = 0;
  for (const text::ReadWord& word : reading.words) {
    known += word.recognition == text::Recognition::kExact ? 1 : 0;
  }
  return static_cast<double>(known) / static_cast<double>(reading.words.size());
}

std::string Detect(absl::string_view message) {
  bool is_reliable = false;
  const CLD2::Language language = CLD2::DetectLanguage(
      message.data(), static_cast<int>(message.size()), /*is_plain_text=*/true, &is_reliable);
  return is_reliable ? CLD2::LanguageCode(language) : "";
}

}  // namespace

std::string ForeignLanguage(const text::Reading& reading, absl::string_view own) {
  if (reading.message.text.size() < kFewestLetters || KnownShare(reading) >= kKnownShare) return "";
  const std::string detected = Detect(reading.message.text);
  return detected == own || detected == "un" ? "" : detected;
}

const knowledge::v1::SafeCard* FindSafeCard(const knowledge::v1::Pack& pack,
                                            absl::string_view language) {
  const absl::string_view primary = language.substr(0, language.find('-'));
  if (primary.empty()) return nullptr;
  for (const auto& card : pack.safe_cards()) {
    if (card.language() == primary) return &card;
  }
  return nullptr;
}

}  // namespace charley::answer
