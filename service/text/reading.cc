#include "service/text/reading.h"

#include <utility>

#include "absl/strings/str_join.h"

namespace charley::text {
namespace {

constexpr size_t kShortestJoined = 6;  // of a form that may be two words

KnownWord WordOf(WordId id, const Vocabulary& vocabulary) { return {id, vocabulary.Stem(id)}; }

void Append(std::vector<ReadWord>& words, KnownWord word, uint32_t source,
            Recognition recognition) {
  words.push_back({word.id, word.stem, source, recognition});
}

bool IsNumber(absl::string_view form) { return form[0] >= '0' && form[0] <= '9'; }

void Recognise(absl::string_view form, uint32_t source, const Vocabulary& vocabulary,
               std::vector<ReadWord>& words) {
  const KnownWord known = vocabulary.Find(form);
  if (known.id != kNoWord) return Append(words, known, source, Recognition::kExact);
  const Joined joined = form.size() < kShortestJoined ? Joined{} : vocabulary.Split(form);
  const Correction near = IsNumber(form) ? Correction{} : vocabulary.Correct(form);
  if (joined.worth > near.worth) {
    Append(words, WordOf(joined.first, vocabulary), source, Recognition::kSplit);
    return Append(words, WordOf(joined.second, vocabulary), source, Recognition::kSplit);
  }
  if (near.worth > 0) {
    return Append(words, WordOf(near.id, vocabulary), source, Recognition::kCorrected);
  }
  words.push_back({kNoWord, kNoStem, source, Recognition::kUnknown});
}

}  // namespace

Reading Read(absl::string_view raw, const Vocabulary& vocabulary) {
  Reading reading;
  reading.message = ReadMessage(raw);
  const auto count = static_cast<uint32_t>(reading.message.words.size());
  reading.words.reserve(count + 4);
  for (uint32_t i = 0; i < count; ++i) {
    Recognise(reading.message.Form(reading.message.words[i]), i, vocabulary, reading.words);
  }
  return reading;
}

std::string ReadAs(const Reading& reading, const Vocabulary& vocabulary) {
  return absl::StrJoin(reading.words, " ", [&](std::string* out, const ReadWord& word) {
    const absl::string_view form =
        word.id == kNoWord ? reading.Typed(word) : vocabulary.Form(word.id);
    out->append(form.data(), form.size());
  });
}

}  // namespace charley::text
