#include "service/match/tokens.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace charley::match {
namespace {

constexpr uint32_t kUnknownBit = 0x80000000u;

// What the message before the question counts: a question of few words leans on it, a long one
// stands alone.
float WeightOfEarlier(size_t question_words) {
  if (question_words <= 6) return 0.5F;
  return question_words <= 12 ? 0.35F : 0.2F;
}
// Each message further back counts this share of the next one.
constexpr float kFading = 0.5F;

uint64_t KeyOfWord(const WordToken& word) { return uint64_t{word.stem} << 32 | word.id; }

// Keys that were added. Most that were not are told at once, by a bit (a Bloom filter of one hash;
// Bloom 1970).
class KeyFilter {
 public:
  // Whether a key was perhaps added before. Adds it.
  bool Add(uint64_t key) {
    const uint64_t hash = key * 0x9E3779B97F4A7C15ULL;
    uint64_t& bits = bits_.data()[hash >> 60];
    const uint64_t bit = uint64_t{1} << ((hash >> 54) & 63);
    const bool is_set = (bits & bit) != 0;
    bits |= bit;
    return is_set;
  }

 private:
  std::array<uint64_t, 16> bits_{};
};

// Collects the tokens of messages, the weightiest message first: of equal words and pairs the first
// is kept.
class TokenCollector {
 public:
  // Room for `words` words.
  TokenCollector(const text::Vocabulary& vocabulary, size_t words) : vocabulary_(vocabulary) {
    tokens_.words.reserve(words);
    tokens_.pairs.reserve(words);
  }

  void Add(const text::Reading& reading, Segment segment, float weight) {
    StemKey32 before = kSentenceStart;
    for (size_t i = segment.begin; i < segment.end; ++i) {
      const text::ReadWord& word = reading.words[i];
      if (reading.Source(word).gap == text::Gap::kSentence) before = kSentenceStart;
      const StemKey32 stem = AddWord(reading, word, weight);
      const uint64_t pair = KeyOfPair(before, stem);
      if (!HasPair(pair)) tokens_.pairs.push_back({pair, weight});
      before = stem;
    }
  }

  Tokens Take() && { return std::move(tokens_); }

 private:
  StemKey32 AddWord(const text::Reading& reading, const text::ReadWord& word, float weight) {
    WordToken token;
    token.id = word.id;
    token.weight = weight;
    const bool known = word.id != text::kNoWord;
    // What was typed lies at hand, the vocabulary's spellings do not.
    const bool is_as_typed = !known || word.recognition == text::Recognition::kExact;
    token.form = is_as_typed ? reading.Typed(word) : vocabulary_.Form(word.id);
    token.stem = known ? KeyOfStem(word.stem) : KeyOfUnknown(token.form);
    if (!HasWord(KeyOfWord(token))) tokens_.words.push_back(token);
    return token.stem;
  }

  bool HasWord(uint64_t key) {
    return words_.Add(key) &&
           std::any_of(tokens_.words.begin(), tokens_.words.end(),
                       [key](const WordToken& word) { return KeyOfWord(word) == key; });
  }
  bool HasPair(uint64_t key) {
    return pairs_.Add(key) && std::any_of(tokens_.pairs.begin(), tokens_.pairs.end(),
                                          [key](const PairToken& pair) { return pair.key == key; });
  }

  const text::Vocabulary& vocabulary_;
  Tokens tokens_;
  KeyFilter words_;
  KeyFilter pairs_;
};

}  // namespace

StemKey32 KeyOfUnknown(absl::string_view form) {
  uint32_t hash = 2166136261u;  // FNV-1a
  for (const char c : form) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash | kUnknownBit;
}

void SortByKey(Tokens& tokens) {
  std::sort(tokens.words.begin(), tokens.words.end(),
            [](const WordToken& a, const WordToken& b) { return KeyOfWord(a) < KeyOfWord(b); });
  std::sort(tokens.pairs.begin(), tokens.pairs.end(),
            [](const PairToken& a, const PairToken& b) { return a.key < b.key; });
}

Tokens TokensOfPart(const text::Reading& reading, Segment part,
                    const text::Vocabulary& vocabulary) {
  TokenCollector collector(vocabulary, part.end - part.begin);
  collector.Add(reading, part, 1);
  return std::move(collector).Take();
}

Tokens TokensOf(const text::Reading& question, const text::Vocabulary& vocabulary) {
  return TokensOfConversation(absl::MakeConstSpan(&question, 1), vocabulary);
}

Tokens TokensOfConversation(absl::Span<const text::Reading> conversation,
                            const text::Vocabulary& vocabulary) {
  if (conversation.empty()) return {};
  TokenCollector collector(vocabulary, conversation.back().words.size());
  float weight = 1;
  for (size_t back = 0; back < conversation.size(); ++back) {
    const text::Reading& reading = conversation[conversation.size() - 1 - back];
    collector.Add(reading, {0, reading.words.size()}, weight);
    weight *= back == 0 ? WeightOfEarlier(reading.words.size()) : kFading;
  }
  return std::move(collector).Take();
}

}  // namespace charley::match
