// One spelling for what people type in many: the first step of reading a message.

#ifndef CHARLEY_SERVICE_TEXT_NORMALIZE_H_
#define CHARLEY_SERVICE_TEXT_NORMALIZE_H_

#include <string>

#include "absl/strings/string_view.h"

namespace charley::text {

// Returns `raw` in lower case and plain letters, as UTF-8.
//
// Applies Unicode NFKC case folding (UAX #31; it also drops zero-width and bidirectional marks),
// takes accents off Latin letters, reads look-alike letters of other scripts in Latin words as
// Latin (UTS #39), turns an emoji into one word of its Unicode name ("emoji_leg"), and drops
// apostrophes inside words ("can't", "cant", "cannot" and "can not" are one). Line breaks stay.
// Total: bytes that are not UTF-8 become U+FFFD. Linear in the length of `raw`. Thread-safe.
std::string Normalize(absl::string_view raw);

}  // namespace charley::text

#endif  // CHARLEY_SERVICE_TEXT_NORMALIZE_H_
