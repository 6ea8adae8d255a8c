#include "service/text/error_model.h"

#include <algorithm>
#include <cstddef>

#include "absl/strings/match.h"

namespace charley::text {
namespace {

constexpr absl::string_view kBeside[] = {
    "qwsz",   "vghn",  "xdfv", "serfcx", "wsdr", "drtgvc", "ftyhbv", "gyujnb", "ujko",
    "huikmn", "jiolm", "kop",  "njk",    "bhjm", "iklp",   "ol",     "wa",     "edft",
    "awedxz", "rfgy",  "yhji", "cfgb",   "qase", "zsdc",   "tghu",   "asx"};

constexpr float kLikely = 1;
constexpr float kUnlikely = 0.125F;  // a letter that is neither near nor alike
constexpr float kWrongFirst = 0.25F;
constexpr float kTwoEdits = 1.0F / 64;

bool IsVowel(char letter) { return absl::StrContains("aeiouy", letter); }

bool AreBeside(char a, char b) { return absl::StrContains(LettersBeside(a), b); }

// Where two forms first differ.
size_t CommonPrefix(absl::string_view a, absl::string_view b) {
  return static_cast<size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first -
                             a.begin());
}

float SubstitutionLikelihood(absl::string_view typed, absl::string_view meant, size_t at) {
  const char is = typed[at];
  const char should_be = meant[at];
  const bool exchanged = at + 1 < typed.size() && is == meant[at + 1] && typed[at + 1] == should_be;
  if (exchanged || AreBeside(is, should_be)) return kLikely;
  return IsVowel(is) && IsVowel(should_be) ? kLikely : kUnlikely;
}

float InsertionLikelihood(absl::string_view typed, size_t at) {
  const auto touches = [&](char neighbour) {
    return typed[at] == neighbour || AreBeside(typed[at], neighbour);
  };
  const bool before = at > 0 && touches(typed[at - 1]);
  return before || (at + 1 < typed.size() && touches(typed[at + 1])) ? kLikely : kUnlikely;
}

}  // namespace

absl::string_view LettersBeside(char letter) {
  return letter >= 'a' && letter <= 'z' ? kBeside[letter - 'a'] : "";
}

float ErrorLikelihood(absl::string_view typed, absl::string_view meant, int edits) {
  if (edits > 1) return kTwoEdits;
  const size_t at = CommonPrefix(typed, meant);
  const bool exchanged_first =
      typed.size() > 1 && meant.size() > 1 && typed[0] == meant[1] && typed[1] == meant[0];
  const float first = typed[0] == meant[0] || exchanged_first ? 1 : kWrongFirst;
  if (typed.size() == meant.size()) return first * SubstitutionLikelihood(typed, meant, at);
  return first * (typed.size() > meant.size() ? InsertionLikelihood(typed, at) : kLikely);
}

}  // namespace charley::text
