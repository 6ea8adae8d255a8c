// Look-alike letters: "сhеst" typed with Cyrillic letters reads as "chest".

#ifndef CHARLEY_SERVICE_TEXT_CONFUSABLES_H_
#define CHARLEY_SERVICE_TEXT_CONFUSABLES_H_

#include <string>

#include "absl/strings/string_view.h"

namespace charley::text {

// Returns `normalized` with every word that mixes ASCII letters with letters that look like them
// written in ASCII, by the skeletons of Unicode UTS #39. Words that are wholly of another script
// are replaced only when every letter looks like an ASCII one and the message has ASCII words
// beside them; a single mixed word shows that the short ones are disguised too. Linear.
// Thread-safe.
std::string ReplaceConfusables(absl::string_view normalized);

}  // namespace charley::text

#endif  // CHARLEY_SERVICE_TEXT_CONFUSABLES_H_
