// Reading a message is total, idempotent where it promises so, and bounded in what it writes.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "service/text/message.h"
#include "service/text/normalize.h"
#include "service/text/reading.h"

namespace {

using charley::text::Message;
using charley::text::Word;

void Require(bool condition) {
  if (!condition) std::abort();
}

const charley::text::Vocabulary& SmallVocabulary() {
  static const charley::text::Vocabulary* const kVocabulary = [] {
    charley::text::Vocabulary::Builder builder;
    builder.AddText("my calf is swollen, chest pain and can't breathe at night, cramps 39.4");
    builder.AddDictionaryWord("week");
    return new charley::text::Vocabulary(std::move(builder).Build());
  }();
  return *kVocabulary;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string raw(reinterpret_cast<const char*>(data), size);
  const std::string normal = charley::text::Normalize(raw);
  // An emoji of four bytes has a name of at most 96; nothing grows faster.
  Require(normal.size() <= 32 * size + 128);
  const Message message = charley::text::ReadMessage(raw);
  uint32_t end = 0;
  for (const Word& word : message.words) {
    Require(word.begin >= end && word.begin < word.end && word.end <= message.text.size());
    end = word.end;
  }
  const auto reading = charley::text::Read(raw, SmallVocabulary());
  Require(reading.words.size() >= message.words.size());
  for (const auto& word : reading.words) Require(word.source < message.words.size());
  return 0;
}
