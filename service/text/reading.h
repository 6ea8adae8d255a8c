// A message as known words: what triage and matching work on.

#ifndef CHARLEY_SERVICE_TEXT_READING_H_
#define CHARLEY_SERVICE_TEXT_READING_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "service/text/message.h"
#include "service/text/vocabulary.h"

namespace charley::text {

// How a word was recognised.
enum class Recognition : uint8_t {
  kExact,      // stands in the vocabulary
  kCorrected,  // was taken for a typing error of a domain word
  kSplit,      // is one of two domain words that were typed as one
  kUnknown,    // is in no vocabulary and near no domain word
};

// One word, as recognised. `id` and `stem` are kNoWord and kNoStem when unknown.
struct ReadWord {
  WordId id = kNoWord;
  StemId stem = kNoStem;
  uint32_t source = 0;  // index into Message::words
  Recognition recognition = Recognition::kUnknown;
};

// A message with its recognised words, in order. A value.
struct Reading {
  Message message;
  std::vector<ReadWord> words;

  // The word as it was typed, after normalisation.
  absl::string_view Typed(const ReadWord& word) const {
    return message.Form(message.words[word.source]);
  }
  const Word& Source(const ReadWord& word) const { return message.words[word.source]; }
};

// Reads `raw` with the words of a vocabulary. Total on any bytes, linear in `raw`, thread-safe.
Reading Read(absl::string_view raw, const Vocabulary& vocabulary);

// The message as it was understood: corrected words in place of typed ones, single spaces.
std::string ReadAs(const Reading& reading, const Vocabulary& vocabulary);

}  // namespace charley::text

#endif  // CHARLEY_SERVICE_TEXT_READING_H_
