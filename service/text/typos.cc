#include "service/text/typos.h"

#include <utility>

#include "absl/strings/ascii.h"
#include "service/text/error_model.h"

namespace charley::text {
namespace {

// SplitMix64 (Steele, Lea and Flood 2014): small, and the same everywhere.
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}

  size_t Below(size_t limit) { return static_cast<size_t>(Next() % limit); }

 private:
  uint64_t Next() {
    state_ += 0x9E3779B97F4A7C15u;
    uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }

  uint64_t state_;
};

char NeighbourOf(char letter, Random& random) {
  const absl::string_view near =
      LettersBeside(absl::ascii_tolower(static_cast<unsigned char>(letter)));
  const char other = near[random.Below(near.size())];
  return absl::ascii_isupper(static_cast<unsigned char>(letter)) ? absl::ascii_toupper(other)
                                                                 : other;
}

bool IsSameLetter(char a, char b) {
  return absl::ascii_tolower(static_cast<unsigned char>(a)) ==
         absl::ascii_tolower(static_cast<unsigned char>(b));
}

// Exchanges the first two neighbours that differ, from `from` on and then from the start; doubles a
// letter when all are the same.
std::string Exchanged(std::string word, size_t from) {
  for (size_t step = 0; step < word.size(); ++step) {
    const size_t place = (from + step) % word.size();
    if (place + 1 == word.size() || IsSameLetter(word[place], word[place + 1])) continue;
    std::swap(word[place], word[place + 1]);
    return word;
  }
  return word + word.back();
}

std::string Misspelt(std::string word, Random& random) {
  const size_t place = random.Below(word.size());
  switch (random.Below(4)) {
    case 0:
      return word.erase(place, 1);
    case 1:
      return word.insert(place, 1, word[place]);
    case 2:
      return Exchanged(std::move(word), place);
    default:
      word[place] = NeighbourOf(word[place], random);
      return word;
  }
}

}  // namespace

uint64_t SeedOf(absl::string_view text) {  // FNV-1a
  uint64_t hash = 0xCBF29CE484222325u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  return hash;
}

std::string WithTypos(absl::string_view text, uint64_t seed) {
  Random random(seed);
  std::string result;
  size_t begin = 0;
  while (begin < text.size()) {
    size_t end = begin;
    while (end < text.size() && absl::ascii_isalpha(static_cast<unsigned char>(text[end]))) ++end;
    std::string word(text.substr(begin, end - begin));
    result += word.size() < kFewestLettersForTypo ? word : Misspelt(std::move(word), random);
    if (end < text.size()) result += text[end++];
    begin = end;
  }
  return result;
}

std::string WithTypos(absl::string_view text) { return WithTypos(text, SeedOf(text)); }

}  // namespace charley::text
