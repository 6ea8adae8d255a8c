// The index terms of a message.

#ifndef CHARLEY_SERVICE_MATCH_TERMS_H_
#define CHARLEY_SERVICE_MATCH_TERMS_H_

#include <cstdint>
#include <vector>

#include "service/text/reading.h"

namespace charley::match {

// One term: the stem of a word, or the stems of two neighbours within a sentence.
using TermKey = uint64_t;

constexpr TermKey StemKey(text::StemId stem) { return stem; }
constexpr TermKey PairKey(text::StemId first, text::StemId second) {
  return (static_cast<TermKey>(first) + 1) << 32 | second;
}
constexpr bool IsPair(TermKey key) { return (key >> 32) != 0; }
// The word of a term: a pair's second one.
constexpr text::StemId StemOf(TermKey key) { return static_cast<text::StemId>(key); }
// The first word of a pair.
constexpr text::StemId FirstOf(TermKey pair) { return static_cast<text::StemId>((pair >> 32) - 1); }

// What of a message can be looked up: its terms, sorted, each once, and how many of its words no
// vocabulary knows.
struct Terms {
  std::vector<TermKey> keys;
  int unknown_words = 0;
};

// Adds the terms of a reading, without pairs unless `pairs`. Call Sort when all readings are added.
void AddTerms(const text::Reading& reading, bool pairs, Terms& terms);
void Sort(Terms& terms);

// The terms of one reading.
Terms TermsOf(const text::Reading& reading, bool pairs);

}  // namespace charley::match

#endif  // CHARLEY_SERVICE_MATCH_TERMS_H_
