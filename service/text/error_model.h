// How likely a word was to be mistyped as another form.

#ifndef CHARLEY_SERVICE_TEXT_ERROR_MODEL_H_
#define CHARLEY_SERVICE_TEXT_ERROR_MODEL_H_

#include "absl/strings/string_view.h"

namespace charley::text {

// The letters beside a lower-case letter on a QWERTY keyboard; none for other characters.
absl::string_view LettersBeside(char letter);

// The error model of a noisy channel (Kernighan, Church and Gale 1990), relative to the commonest
// slips: 1 for neighbours that were exchanged, a letter that is missing or doubled, and a key
// beside the right one; less for other single edits and for a wrong first letter; much less for two
// edits. `edits` is the distance of the two forms, from 1 to 2; see EditDistance.
float ErrorLikelihood(absl::string_view typed, absl::string_view meant, int edits);

// The same for two words that were typed without the space between them.
inline constexpr float kJoinLikelihood = 0.2F;

}  // namespace charley::text

#endif  // CHARLEY_SERVICE_TEXT_ERROR_MODEL_H_
