#include "service/match/terms.h"

#include <algorithm>

namespace charley::match {

void AddTerms(const text::Reading& reading, bool pairs, Terms& terms) {
  text::StemId before = text::kNoStem;
  for (const text::ReadWord& word : reading.words) {
    if (reading.Source(word).gap == text::Gap::kSentence) before = text::kNoStem;
    if (word.stem == text::kNoStem) {
      ++terms.unknown_words;
    } else {
      terms.keys.push_back(StemKey(word.stem));
      if (pairs && before != text::kNoStem) terms.keys.push_back(PairKey(before, word.stem));
    }
    before = word.stem;
  }
}

void Sort(Terms& terms) {
  std::sort(terms.keys.begin(), terms.keys.end());
  terms.keys.erase(std::unique(terms.keys.begin(), terms.keys.end()), terms.keys.end());
}

Terms TermsOf(const text::Reading& reading, bool pairs) {
  Terms terms;
  terms.keys.reserve(reading.words.size() * 2);
  AddTerms(reading, pairs, terms);
  Sort(terms);
  return terms;
}

}  // namespace charley::match
