// How hard a text is to read.

#ifndef CHARLEY_KNOWLEDGE_READABILITY_H_
#define CHARLEY_KNOWLEDGE_READABILITY_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace charley::knowledge {

// The figures of one text.
struct Readability {
  int words = 0;
  int longest_sentence = 0;  // words
  double reading_age = 0;    // years: the Flesch-Kincaid grade (Kincaid et al. 1975) plus 5
};

// Measures `text`. A word of `terms` (lower case), or a plural of one, counts as two syllables: the
// subject cannot do without it.
Readability MeasureReadability(absl::string_view text, absl::Span<const std::string> terms);

// The words of a text: runs of letters, digits, apostrophes and hyphens.
std::vector<absl::string_view> SplitWords(absl::string_view text);

}  // namespace charley::knowledge

#endif  // CHARLEY_KNOWLEDGE_READABILITY_H_
