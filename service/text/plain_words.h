// Words as any device can read them too: without a vocabulary, with the Unicode functions that
// browsers have.

#ifndef CHARLEY_SERVICE_TEXT_PLAIN_WORDS_H_
#define CHARLEY_SERVICE_TEXT_PLAIN_WORDS_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace charley::text {

// Runs of letters and digits of `raw` after NFKC, lower case of the root locale, and taking away
// accents (marks of general category Mn), invisible characters (Cf) and apostrophes; each cut to
// its first `longest` code points. Total: bytes that are not UTF-8 become U+FFFD. Linear;
// thread-safe. client/web/mobile/src/offline_check.ts does the same, step by step;
// tests/mobile/plain_words.json holds both to it.
std::vector<std::string> PlainWords(absl::string_view raw, int longest);

}  // namespace charley::text

#endif  // CHARLEY_SERVICE_TEXT_PLAIN_WORDS_H_
