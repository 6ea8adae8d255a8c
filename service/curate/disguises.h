// Labelled messages as other thumbs, telephones and senders would have written them: the words are
// the same to a reader, the bytes are not.

#ifndef CHARLEY_SERVICE_CURATE_DISGUISES_H_
#define CHARLEY_SERVICE_CURATE_DISGUISES_H_

#include <array>

#include "absl/strings/string_view.h"
#include "charley/knowledge/v1/pack.pb.h"

namespace charley::curate {

enum class Disguise {
  kTypos,          // one typing error in each word of 5 letters or more
  kCapitals,       // all letters are capitals
  kNoPunctuation,  // as dictated: apostrophes drop out, other marks become spaces
  kZeroWidth,      // an invisible character after every second letter
  kLookAlikes,     // a, c, e, i, o, p, x and y are Cyrillic letters
};

inline constexpr std::array kDisguises = {Disguise::kTypos, Disguise::kCapitals,
                                          Disguise::kNoPunctuation, Disguise::kZeroWidth,
                                          Disguise::kLookAlikes};

// Its name in reports and as a key: "typos", "capitals" …
absl::string_view NameOf(Disguise disguise);

// What it does to a message, in a few words.
absl::string_view DescriptionOf(Disguise disguise);

// How many different results a disguise is measured by: one draw of typing errors costs a point
// more or less than the next.
int DrawsOf(Disguise disguise);

// A message whose question, and what was said earlier, is disguised. The same message and draw,
// from 0, give the same result on every machine; typing errors are seeded by its id.
knowledge::v1::LabelledMessage Disguised(const knowledge::v1::LabelledMessage& message,
                                         Disguise disguise, int draw = 0);

}  // namespace charley::curate

#endif  // CHARLEY_SERVICE_CURATE_DISGUISES_H_
