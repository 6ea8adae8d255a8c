#include "service/match/tokens.h"

#include <algorithm>
#include <cstdint>

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

}  // namespace

StemKey32 KeyOfUnknown(absl::string_view form) {
  uint32_t hash = 2166136261u;  // FNV-1a
  for (const char c : form) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash | kUnknownBit;
}

void AddTokens(const text::Reading& reading, Segment segment, const text::Vocabulary& vocabulary,
               float weight, Tokens& tokens) {
  const size_t count = segment.end - segment.begin;
  if (tokens.words.empty()) {
    tokens.words.reserve(count);
    tokens.pairs.reserve(count);
  }
  StemKey32 before = kSentenceStart;
  for (size_t i = segment.begin; i < segment.end; ++i) {
    const text::ReadWord& word = reading.words[i];
    if (reading.Source(word).gap == text::Gap::kSentence) before = kSentenceStart;
    WordToken token;
    token.id = word.id;
    token.weight = weight;
    const bool known = word.id != text::kNoWord;
    token.form = known ? vocabulary.Form(word.id) : reading.Typed(word);
    token.stem = known ? KeyOfStem(word.stem) : KeyOfUnknown(token.form);
    tokens.words.push_back(token);
    tokens.pairs.push_back({KeyOfPair(before, token.stem), weight});
    before = token.stem;
  }
}

void MakeDistinct(Tokens& tokens) {
  const auto key = [](const WordToken& word) { return uint64_t{word.stem} << 32 | word.id; };
  std::sort(tokens.words.begin(), tokens.words.end(),
            [key](const WordToken& a, const WordToken& b) {
              return key(a) != key(b) ? key(a) < key(b) : a.weight > b.weight;
            });
  tokens.words.erase(
      std::unique(tokens.words.begin(), tokens.words.end(),
                  [key](const WordToken& a, const WordToken& b) { return key(a) == key(b); }),
      tokens.words.end());
  std::sort(tokens.pairs.begin(), tokens.pairs.end(), [](const PairToken& a, const PairToken& b) {
    return a.key != b.key ? a.key < b.key : a.weight > b.weight;
  });
  tokens.pairs.erase(
      std::unique(tokens.pairs.begin(), tokens.pairs.end(),
                  [](const PairToken& a, const PairToken& b) { return a.key == b.key; }),
      tokens.pairs.end());
}

Tokens TokensOf(const text::Reading& question, const text::Vocabulary& vocabulary) {
  return TokensOfConversation(absl::MakeConstSpan(&question, 1), vocabulary);
}

Tokens TokensOfConversation(absl::Span<const text::Reading> conversation,
                            const text::Vocabulary& vocabulary) {
  Tokens tokens;
  if (conversation.empty()) return tokens;
  float weight = 1;
  for (size_t back = 0; back < conversation.size(); ++back) {
    const text::Reading& reading = conversation[conversation.size() - 1 - back];
    AddTokens(reading, {0, reading.words.size()}, vocabulary, weight, tokens);
    weight *= back == 0 ? WeightOfEarlier(reading.words.size()) : kFading;
  }
  MakeDistinct(tokens);
  return tokens;
}

}  // namespace charley::match
