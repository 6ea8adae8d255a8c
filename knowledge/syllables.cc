#include "knowledge/syllables.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/strip.h"

namespace charley::knowledge {
namespace {

bool IsVowel(char c) { return absl::StrContains("aeiouy", absl::string_view(&c, 1)); }

bool EndsWithAny(absl::string_view word, std::initializer_list<absl::string_view> ends) {
  return std::any_of(ends.begin(), ends.end(),
                     [&](absl::string_view end) { return absl::EndsWith(word, end); });
}

int VowelGroups(absl::string_view word) {
  int groups = 0;
  for (size_t i = 0; i < word.size(); ++i) {
    if (IsVowel(word[i]) && (i == 0 || !IsVowel(word[i - 1]))) ++groups;
  }
  return groups;
}

// Whether "e" after `stem` is silent: after one consonant ("whole", "gone"), not in "muscle".
bool IsSilentAfter(absl::string_view stem) {
  if (stem.size() < 2 || IsVowel(stem.back())) return false;
  return stem.back() != 'l' || IsVowel(stem[stem.size() - 2]) || stem[stem.size() - 2] == 'l';
}

// A silent "e", "es" or "ed" at the end; "places" and "rested" are said in full.
bool EndsInSilentE(absl::string_view word) {
  if (absl::ConsumeSuffix(&word, "es")) {
    return !EndsWithAny(word, {"s", "x", "z", "c", "g", "ch", "sh"}) && IsSilentAfter(word);
  }
  if (absl::ConsumeSuffix(&word, "ed")) {
    return !EndsWithAny(word, {"t", "d"}) && IsSilentAfter(word);
  }
  return absl::ConsumeSuffix(&word, "e") && IsSilentAfter(word);
}

// "likely", "careful", "movement": the ending leaves the "e" before it silent.
bool HasSilentEBeforeEnding(absl::string_view word) {
  for (const absl::string_view ending : {"ly", "ful", "fully", "less", "ment", "ments", "ness"}) {
    absl::string_view stem = word;
    if (!absl::ConsumeSuffix(&stem, ending) || !absl::ConsumeSuffix(&stem, "e")) continue;
    if (VowelGroups(stem) > 0 && IsSilentAfter(stem)) return true;
  }
  return absl::StartsWith(word, "some") && word.size() > 5 && !IsVowel(word[4]);
}

// Whether "i" and the vowels after it are said apart: "serious", not "special" or "station".
bool ISaidApart(absl::string_view before, absl::string_view after) {
  if (before.empty() || after.empty()) return false;
  const bool soft = EndsWithAny(before, {"c", "t", "s", "g", "x"});
  if (absl::StartsWith(after, "o") || absl::StartsWith(after, "a")) return !soft;
  if (absl::StartsWith(after, "et") || absl::StartsWith(after, "um")) return true;
  if (absl::StartsWith(after, "en")) return !soft && !absl::EndsWith(before, "r");
  return after == "er" || after == "ers" || after == "est";
}

int VowelsSaidApart(absl::string_view word) {
  int count = 0;
  for (size_t i = 0; i + 1 < word.size(); ++i) {
    const absl::string_view before = word.substr(0, i);
    const absl::string_view rest = word.substr(i);
    const absl::string_view after = rest.substr(1);
    if (word[i] == 'i') count += ISaidApart(before, after);
    if (absl::StartsWith(rest, "uid")) count += !EndsWithAny(before, {"q", "g", "b", "s"});
    if (absl::StartsWith(rest, "ual") || absl::StartsWith(rest, "uat")) {
      count += !EndsWithAny(before, {"q", "g"});
    }
    if (IsVowel(word[i]) && (after == "ing" || after == "ings")) {
      count += !absl::EndsWith(before, "q");
    }
  }
  return count;
}

}  // namespace

int CountSyllables(absl::string_view word) {
  int count = VowelGroups(word) + VowelsSaidApart(word);
  if (count > 1 && EndsInSilentE(word)) --count;
  if (count > 1 && HasSilentEBeforeEnding(word)) --count;
  if (EndsWithAny(word, {"sm", "sms", "thm", "thms"})) ++count;
  return std::max(1, count);
}

}  // namespace charley::knowledge
