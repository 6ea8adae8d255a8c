// The notation in which curators write phrases; see Concept.phrases in pack.proto.

#ifndef CHARLEY_SERVICE_TRIAGE_PHRASE_NOTATION_H_
#define CHARLEY_SERVICE_TRIAGE_PHRASE_NOTATION_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace charley::triage {

inline constexpr int kLongestGap = 3;  // words that "..." may stand for

struct PhraseToken;
using PhraseSequence = std::vector<PhraseToken>;

// One step of a phrase.
struct PhraseToken {
  enum class Kind {
    kStem,     // a word, by its stem
    kExact,    // a word, letter by letter
    kConcept,  // any phrase of a concept; "prefix.*" for all concepts below a prefix
    kNumber,   // a number from `low` to `high`
    kAny,      // any one word
    kGap,      // up to kLongestGap words of one sentence
    kChoice,   // one of `alternatives`; an empty one makes the step optional
  };
  Kind kind = Kind::kStem;
  std::string text;  // the normalised word, the concept's id, or the choice as written
  double low = 0;
  double high = 0;
  std::vector<PhraseSequence> alternatives;
};

// Parses a phrase. INVALID_ARGUMENT: brackets that do not close, a phrase that may be empty, a gap
// at either end, or a number range that cannot be read.
absl::StatusOr<PhraseSequence> ParsePhrase(absl::string_view phrase);

}  // namespace charley::triage

#endif  // CHARLEY_SERVICE_TRIAGE_PHRASE_NOTATION_H_
