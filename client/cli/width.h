// How much room text takes on a terminal.

#ifndef CHARLEY_CLIENT_CLI_WIDTH_H_
#define CHARLEY_CLIENT_CLI_WIDTH_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace charley::cli {

// Columns that UTF-8 `text` takes: two for each wide East Asian character or emoji, none for
// combining marks (Unicode Standard Annex 11, by grapheme cluster).
int Columns(absl::string_view text);

// `text` in lines of at most `width` columns, broken where Unicode Standard Annex 14 allows, and
// inside a word only when the word alone is wider. Line feeds in `text` end lines. Lines carry no
// trailing space. Never empty.
std::vector<std::string> Wrap(absl::string_view text, int width);

}  // namespace charley::cli

#endif  // CHARLEY_CLIENT_CLI_WIDTH_H_
