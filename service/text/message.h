// A message as words.

#ifndef CHARLEY_SERVICE_TEXT_MESSAGE_H_
#define CHARLEY_SERVICE_TEXT_MESSAGE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace charley::text {

// What stands between a word and the one before it, weakest first.
enum class Gap : uint8_t {
  kSpace,     // white space, slash, nothing
  kComma,     // a comma
  kClause,    // a dash, bracket, colon, semicolon or line break
  kSentence,  // a full stop, question mark, exclamation mark, ellipsis, or the start of the message
};

// One word: bytes [begin, end) of `Message::text`.
struct Word {
  uint32_t begin = 0;
  uint32_t end = 0;
  Gap gap = Gap::kSpace;
  uint16_t clause = 0;    // counts up at kClause and kSentence
  uint16_t sentence = 0;  // counts up at kSentence
  bool question = false;  // its sentence ends in a question mark
};

// A normalised message and its words. A value; copy and move freely.
struct Message {
  std::string text;
  std::vector<Word> words;

  absl::string_view Form(const Word& word) const {
    return {text.data() + word.begin, word.end - word.begin};
  }
};

// Normalises `raw` and finds its words. A word is a run of letters, marks, digits and underscores
// ("39.4" is one); every ideograph is a word by itself. Total on any bytes, linear, thread-safe.
Message ReadMessage(absl::string_view raw);

}  // namespace charley::text

#endif  // CHARLEY_SERVICE_TEXT_MESSAGE_H_
