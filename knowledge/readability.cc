#include "knowledge/readability.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "knowledge/syllables.h"

namespace charley::knowledge {
namespace {

bool IsTerm(absl::string_view word, absl::Span<const std::string> terms) {
  const absl::string_view singular = absl::StripSuffix(word, "s");
  return std::any_of(terms.begin(), terms.end(),
                     [&](const std::string& term) { return term == word || term == singular; });
}

bool IsLetterOrDigit(unsigned char c) { return absl::ascii_isalnum(c) || c >= 0x80; }

bool IsWordChar(unsigned char c) { return IsLetterOrDigit(c) || c == '\'' || c == '-'; }

// Paragraphs and sentences of our own texts: they hold no abbreviations with a full stop.
std::vector<absl::string_view> SplitSentences(absl::string_view text) {
  return absl::StrSplit(text, absl::ByAnyChar(".?!:\n"), absl::SkipWhitespace());
}

}  // namespace

std::vector<absl::string_view> SplitWords(absl::string_view text) {
  std::vector<absl::string_view> words;
  size_t start = 0;
  for (size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && IsWordChar(static_cast<unsigned char>(text[i]))) continue;
    const absl::string_view word = text.substr(start, i - start);
    if (std::any_of(word.begin(), word.end(), IsLetterOrDigit)) words.push_back(word);
    start = i + 1;
  }
  return words;
}

Readability MeasureReadability(absl::string_view text, absl::Span<const std::string> terms) {
  Readability result;
  int sentences = 0;
  int syllables = 0;
  for (const absl::string_view sentence : SplitSentences(text)) {
    const std::vector<absl::string_view> words = SplitWords(sentence);
    if (words.empty()) continue;
    ++sentences;
    result.words += static_cast<int>(words.size());
    result.longest_sentence = std::max(result.longest_sentence, static_cast<int>(words.size()));
    for (const absl::string_view word : words) {
      const std::string lower = absl::AsciiStrToLower(word);
      syllables += IsTerm(lower, terms) ? 2 : CountSyllables(lower);
    }
  }
  if (result.words == 0) return result;
  const double grade = 0.39 * result.words / sentences + 11.8 * syllables / result.words - 15.59;
  result.reading_age = grade + 5;
  return result;
}

}  // namespace charley::knowledge
