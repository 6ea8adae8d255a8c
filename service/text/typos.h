// Typing errors on purpose: what the learned parts are trained and measured with.

#ifndef CHARLEY_SERVICE_TEXT_TYPOS_H_
#define CHARLEY_SERVICE_TEXT_TYPOS_H_

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"

namespace charley::text {

// Words of fewer letters are left alone.
inline constexpr size_t kFewestLettersForTypo = 5;

// `text` with one typing error in each run of 5 or more ASCII letters: a letter left out, doubled,
// exchanged with the next one, or replaced by a neighbour on the keyboard. The same text and seed
// give the same errors on every machine.
std::string WithTypos(absl::string_view text, uint64_t seed);

// The same, seeded by the text itself.
std::string WithTypos(absl::string_view text);

// A seed from a name, such as a message's id.
uint64_t SeedOf(absl::string_view name);

}  // namespace charley::text

#endif  // CHARLEY_SERVICE_TEXT_TYPOS_H_
