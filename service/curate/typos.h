// Typing errors on purpose.

#ifndef CHARLEY_SERVICE_CURATE_TYPOS_H_
#define CHARLEY_SERVICE_CURATE_TYPOS_H_

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"
#include "charley/knowledge/v1/pack.pb.h"

namespace charley::curate {

// Words of fewer letters are left alone.
inline constexpr size_t kFewestLettersForTypo = 5;

// `text` with one typing error in each run of 5 or more ASCII letters: a letter left out, doubled,
// exchanged with the next one, or replaced by a neighbour on the keyboard. The same text and seed
// give the same errors on every machine.
std::string WithTypos(absl::string_view text, uint64_t seed);

// A message with typing errors in its question and in what was said earlier, seeded by its id.
knowledge::v1::LabelledMessage WithTypos(const knowledge::v1::LabelledMessage& message);

}  // namespace charley::curate

#endif  // CHARLEY_SERVICE_CURATE_TYPOS_H_
