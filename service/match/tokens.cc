#include "service/match/tokens.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "absl/container/inlined_vector.h"
#include "absl/types/span.h"

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

// Tokens that are sorted by counting: the square of their number.
constexpr size_t kMostCounted = 16;

// Where each key belongs in their order, equal ones as they come. Nothing branches on a comparison,
// which no processor could foresee.
template <typename Ranks>
void RankKeys(absl::Span<const uint64_t> keys, Ranks& ranks) {
  for (size_t i = 0; i < keys.size(); ++i) {
    size_t rank = 0;
    for (size_t j = 0; j < i; ++j) rank += keys[j] <= keys[i] ? 1 : 0;
    for (size_t j = i + 1; j < keys.size(); ++j) rank += keys[j] < keys[i] ? 1 : 0;
    ranks[i] = rank;
  }
}

// Sorts tokens by their keys and keeps the first of equal ones.
template <typename Token, typename Key>
void KeepDistinct(std::vector<Token>& tokens, Key key) {
  if (tokens.size() <= kMostCounted) {
    absl::InlinedVector<uint64_t, kMostCounted> keys;
    for (const Token& token : tokens) keys.push_back(key(token));
    std::array<size_t, kMostCounted> ranks;
    RankKeys(keys, ranks);
    std::vector<Token> sorted(tokens.size());
    for (size_t i = 0; i < tokens.size(); ++i) sorted[ranks[i]] = tokens[i];
    tokens = std::move(sorted);
  } else {
    std::stable_sort(tokens.begin(), tokens.end(),
                     [key](const Token& a, const Token& b) { return key(a) < key(b); });
  }
  tokens.erase(std::unique(tokens.begin(), tokens.end(),
                           [key](const Token& a, const Token& b) { return key(a) == key(b); }),
               tokens.end());
}

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
  KeepDistinct(tokens.words,
               [](const WordToken& word) { return uint64_t{word.stem} << 32 | word.id; });
  KeepDistinct(tokens.pairs, [](const PairToken& pair) { return pair.key; });
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
