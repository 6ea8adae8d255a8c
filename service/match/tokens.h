// The words and pairs of a conversation that the ranker weighs.

#ifndef CHARLEY_SERVICE_MATCH_TOKENS_H_
#define CHARLEY_SERVICE_MATCH_TOKENS_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "service/text/reading.h"
#include "service/text/vocabulary.h"

namespace charley::match {

// A word's identity: the stem of a known word, or the hash of an unknown form.
using StemKey32 = uint32_t;
inline constexpr StemKey32 kSentenceStart = 0x7FFFFFFFu;

// The key of a stem, and of a form that no vocabulary knows.
constexpr StemKey32 KeyOfStem(text::StemId stem) { return stem; }
StemKey32 KeyOfUnknown(absl::string_view form);

// The key of two neighbours.
constexpr uint64_t KeyOfPair(StemKey32 first, StemKey32 second) {
  return static_cast<uint64_t>(first) << 32 | second;
}

// A distinct word of a conversation. `form` is owned by the vocabulary or by the reading.
struct WordToken {
  text::WordId id = text::kNoWord;
  StemKey32 stem = 0;
  absl::string_view form;
  float weight = 1;
};

// Two neighbours within a sentence; a sentence's first word has kSentenceStart before it.
struct PairToken {
  uint64_t key = 0;
  float weight = 1;
};

// Distinct words and pairs, in the order in which they were added.
struct Tokens {
  std::vector<WordToken> words;
  std::vector<PairToken> pairs;
};

// Some neighbouring words of a reading: indices [begin, end) of Reading::words.
struct Segment {
  size_t begin = 0;
  size_t end = 0;
};

// The tokens of a part of a message.
Tokens TokensOfPart(const text::Reading& reading, Segment part, const text::Vocabulary& vocabulary);

// Puts words and pairs in the order of their keys.
void SortByKey(Tokens& tokens);

// The tokens of a question alone, and of a question with the messages before it. Earlier messages
// count less the longer the question is and the further back they lie.
Tokens TokensOf(const text::Reading& question, const text::Vocabulary& vocabulary);
Tokens TokensOfConversation(absl::Span<const text::Reading> conversation,
                            const text::Vocabulary& vocabulary);

}  // namespace charley::match

#endif  // CHARLEY_SERVICE_MATCH_TOKENS_H_
