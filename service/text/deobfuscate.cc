#include "service/text/deobfuscate.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "absl/container/inlined_vector.h"
#include "absl/strings/string_view.h"

namespace charley::text {
namespace {

// What bytes are, as 1 or 0 and by comparisons alone, so that a compiler asks it of many at once.
constexpr uint8_t Among(uint8_t c, uint8_t first, uint8_t last) {
  return static_cast<uint8_t>(static_cast<uint8_t>(c - first) <= last - first);
}
constexpr uint8_t LetterBit(uint8_t c) { return Among(c | 0x20, 'a', 'z'); }
constexpr uint8_t WordBit(uint8_t c) {
  return LetterBit(c) | Among(c, '0', '9') | Among(c, 0x80, 0xFF);
}

bool IsLetter(char c) { return LetterBit(static_cast<uint8_t>(c)) != 0; }
bool IsWordByte(char c) { return WordBit(static_cast<uint8_t>(c)) != 0; }
bool IsSeparator(char c) { return c == ' ' || c == '.' || c == '-' || c == '*'; }

// The letter that a digit or sign stands for in leet spelling, or 0.
char LeetLetter(char c) {
  switch (c) {
    case '0':
      return 'o';
    case '1':
      return 'i';
    case '3':
      return 'e';
    case '4':
      return 'a';
    case '5':
      return 's';
    case '7':
      return 't';
    case '@':
      return 'a';
    case '$':
      return 's';
    default:
      return 0;
  }
}

bool HasLetterBefore(const std::string& text, size_t i) { return i > 0 && IsLetter(text[i - 1]); }

// Whether a run of leet characters from `i` ends in a letter; `end` is where it ends.
bool RunEndsInLetter(const std::string& text, size_t i, size_t& end) {
  end = i;
  while (end < text.size() && LeetLetter(text[end]) != 0) ++end;
  return end < text.size() && IsLetter(text[end]);
}

void ReadLeet(std::string& text) {
  for (size_t i = 1; i < text.size(); ++i) {
    if (LeetLetter(text[i]) == 0 || !HasLetterBefore(text, i)) continue;
    size_t end = i;
    if (!RunEndsInLetter(text, i, end) || end - i > 2) continue;
    for (; i < end; ++i) text[i] = LeetLetter(text[i]);
  }
}

void DropStars(std::string& text) {
  size_t out = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool inside = i > 0 && i + 1 < text.size() && IsLetter(text[i - 1]) &&
                        (IsLetter(text[i + 1]) || text[i + 1] == '*');
    if (text[i] == '*' && (inside || (out > 0 && IsLetter(text[out - 1]) && i + 1 < text.size() &&
                                      IsLetter(text[i + 1])))) {
      continue;
    }
    text[out++] = text[i];
  }
  text.resize(out);
}

void ShortenRuns(std::string& text) {
  size_t out = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool third =
        out >= 2 && IsLetter(text[i]) && text[out - 1] == text[i] && text[out - 2] == text[i];
    if (!third) text[out++] = text[i];
  }
  text.resize(out);
}

// Length in bytes of a run "c h e s t" from `i`: single letters, each after one separator; 0 if it
// is none.
size_t SpacedRun(absl::string_view text, size_t i) {
  if (!IsLetter(text[i]) || (i > 0 && IsWordByte(text[i - 1]))) return 0;
  size_t letters = 1;
  size_t end = i + 1;
  while (end + 1 < text.size() && text[end] == text[i + 1] && IsSeparator(text[end]) &&
         IsLetter(text[end + 1]) && (end + 2 == text.size() || !IsWordByte(text[end + 2]))) {
    ++letters;
    end += 2;
  }
  const size_t least = (i + 1 < text.size() && text[i + 1] == ' ') ? 4 : 3;
  return letters >= least ? end - i : 0;
}

void JoinSpacedLetters(std::string& text) {
  size_t out = 0;
  for (size_t i = 0; i < text.size();) {
    const size_t run = SpacedRun(text, i);
    if (run == 0) {
      text[out++] = text[i++];
      continue;
    }
    const size_t end = i + run;
    for (; i < end; i += 2) text[out++] = text[i];
    i = end;
  }
  text.resize(out);
}

// What may be a separator, and what may stand for a letter: a few bytes more than those that do,
// so that each is told by two comparisons.
constexpr uint8_t SeparatorBit(uint8_t c) { return Among(c, ' ', ' ') | Among(c, '*', '.'); }
constexpr uint8_t LeetBit(uint8_t c) { return Among(c, '0', '9') | Among(c, '#', '$'); }

constexpr size_t kBefore = 4;  // bytes before the one that is looked at

// Whether a step may change any of `count` bytes that come after kBefore others.
bool MayHideLetters(const uint8_t* bytes, size_t count) {
  uint8_t hides = 0;
  for (size_t i = kBefore; i < kBefore + count; ++i) {
    const uint8_t c = bytes[i];
    const uint8_t last = LetterBit(bytes[i - 1]);
    hides |= static_cast<uint8_t>(c == '*');
    hides |= last & LeetBit(c);
    hides |= last & static_cast<uint8_t>(c == '@');
    hides |= last & static_cast<uint8_t>((bytes[i - 1] == c) & (bytes[i - 2] == c));
    // Two single letters, a separator apart.
    hides |= last & SeparatorBit(bytes[i - 2]) & LetterBit(bytes[i - 3]) &
             static_cast<uint8_t>((WordBit(bytes[i - 4]) | WordBit(c)) ^ 1);
  }
  return hides != 0;
}

// Whether a step may change anything. Most messages hide nothing, and one pass without a branch
// tells so sooner than each step does.
bool MayHideLetters(absl::string_view text) {
  const size_t count = text.size() + 1;  // what follows the last byte ends its word
  absl::InlinedVector<uint8_t, 512> bytes(kBefore + count, 0);
  std::copy(text.begin(), text.end(), bytes.begin() + kBefore);
  return MayHideLetters(bytes.data(), count);
}

}  // namespace

void DropApostrophes(std::string& normalized) {
  size_t out = std::min(normalized.find('\''), normalized.size());
  for (size_t i = out; i < normalized.size(); ++i) {
    const bool inside = normalized[i] == '\'' && i > 0 && i + 1 < normalized.size() &&
                        IsWordByte(normalized[i - 1]) && IsWordByte(normalized[i + 1]);
    if (!inside) normalized[out++] = normalized[i];
  }
  normalized.resize(out);
}

void ShortenCannot(std::string& normalized) {
  constexpr absl::string_view kShort = "cant";
  size_t from = 0;
  size_t out = 0;
  for (size_t at = normalized.find("can"); at != std::string::npos;
       at = normalized.find("can", at + 1)) {
    const size_t rest = at + 3 + (normalized.compare(at + 3, 1, " ") == 0 ? 1 : 0);
    const size_t end = rest + 3;
    const bool is_inside = at > 0 && IsWordByte(normalized[at - 1]);
    if (is_inside || normalized.compare(rest, 3, "not") != 0 ||
        (end < normalized.size() && IsWordByte(normalized[end])))
      continue;
    while (from < at) normalized[out++] = normalized[from++];
    for (const char c : kShort) normalized[out++] = c;
    from = end;
  }
  if (from == 0) return;
  while (from < normalized.size()) normalized[out++] = normalized[from++];
  normalized.resize(out);
}

void UndoObfuscation(std::string& normalized) {
  if (!MayHideLetters(normalized)) return;
  JoinSpacedLetters(normalized);
  DropStars(normalized);
  ReadLeet(normalized);
  ShortenRuns(normalized);
}

}  // namespace charley::text
