#include "service/triage/features.h"

#include <algorithm>
#include <cmath>

namespace charley::triage {
namespace {

// A sentence of more words is cut: dictation knows no full stops, and a red flag among hundreds of
// words must still be weighed by itself.
constexpr uint32_t kLongestSentence = 48;
constexpr float kFewWords = 4;        // counted besides a text's own, so that one word is no proof
constexpr size_t kMostConcepts = 24;  // of one sentence that are paired
constexpr size_t kShortestLetters = 3;
constexpr size_t kLongestLetters = 5;
// What a concept or a rule counts beside a word.
constexpr float kConceptValue = 2.0f;
constexpr float kConceptPairValue = 1.0f;
constexpr float kRuleValue = 2.0f;

}  // namespace

Sentences SentencesOf(absl::Span<const text::Reading> conversation) {
  Sentences sentences;
  for (uint32_t m = 0; m < conversation.size(); ++m) {
    const text::Reading& reading = conversation[m];
    const auto count = static_cast<uint32_t>(reading.words.size());
    const auto number_of = [&reading](uint32_t word) {
      return reading.Source(reading.words[word]).sentence;
    };
    for (uint32_t begin = 0; begin < count;) {
      const uint32_t longest = std::min(count, begin + kLongestSentence);
      const uint16_t number = number_of(begin);
      uint32_t end = begin + 1;
      while (end < longest && number_of(end) == number) ++end;
      sentences.push_back({m, begin, end});
      begin = end;
    }
  }
  return sentences;
}

float ScaleOf(size_t words) { return 1.0f / std::sqrt(static_cast<float>(words) + kFewWords); }

void AppendLetterSlots(absl::string_view form, std::vector<uint32_t>& slots) {
  char padded[28];
  const size_t size = std::min<size_t>(form.size(), sizeof(padded) - 2);
  padded[0] = '^';
  std::copy_n(form.begin(), size, padded + 1);
  padded[size + 1] = '$';
  for (size_t begin = 0; begin + kShortestLetters <= size + 2; ++begin) {
    uint64_t hash = kHashStart;
    for (size_t length = 1; length <= kLongestLetters && begin + length <= size + 2; ++length) {
      hash = (hash ^ static_cast<unsigned char>(padded[begin + length - 1])) * kHashPrime;
      if (length >= kShortestLetters) slots.push_back(Slot(kLetters, hash));
    }
  }
}

FeatureExtractor::FeatureExtractor(const knowledge::v1::Pack& pack,
                                   const text::Vocabulary& vocabulary, const Analyzer& analyzer)
    : vocabulary_(vocabulary), stem_hashes_(vocabulary.StemHashes()) {
  const Lexicon& lexicon = analyzer.lexicon();
  glosses_.resize(lexicon.meaning_count());
  for (size_t id = 0; id < lexicon.meaning_count(); ++id) {
    const auto meaning = static_cast<MeaningId>(id);
    if (!lexicon.Info(meaning).is_gloss) {
      concept_hashes_.push_back(HashBytes(lexicon.Name(meaning)));
      continue;
    }
    const std::string& english = pack.concepts(lexicon.Info(meaning).index).english();
    concept_hashes_.push_back(HashBytes(english));
    for (const auto& reading = text::Read(english, vocabulary); const auto& word : reading.words) {
      glosses_[id].push_back(word.id);  // known: AddGlossWords added it
    }
  }
  for (const auto& rule : pack.triage_rules()) rule_hashes_.push_back(HashBytes(rule.id()));
}

void FeatureExtractor::VisitGloss(const StatedMention& gloss, FeatureSink& sink) const {
  for (const text::WordId word : glosses_[gloss.mention.meaning]) {
    if (gloss.softened == 0) {
      sink.AddStem(word, HashOf(word));
      sink.AddLetters(word);
    } else {
      sink.Add(StemSlot(Mix(kDenied, HashOf(word))), 1);
    }
  }
}

void FeatureExtractor::VisitConcepts(const StatedMessage& stated, const Sentence& sentence,
                                     FeatureSink& sink) const {
  absl::InlinedVector<uint64_t, kMostConcepts> meant;
  absl::InlinedVector<uint64_t, 2 * kMostConcepts> seen;
  auto it = std::lower_bound(
      stated.mentions.begin(), stated.mentions.end(), sentence.begin,
      [](const StatedMention& mention, uint32_t at) { return mention.mention.begin < at; });
  for (; it != stated.mentions.end() && it->mention.begin < sentence.end; ++it) {
    const uint64_t hash = Mix(concept_hashes_[it->mention.meaning], it->softened == 0 ? 0u : 1u);
    if (std::find(seen.begin(), seen.end(), hash) != seen.end()) continue;
    seen.push_back(hash);
    if (!glosses_[it->mention.meaning].empty()) {
      VisitGloss(*it, sink);
      continue;
    }
    sink.Add(Slot(kConcept, hash), kConceptValue);
    if (it->softened == 0 && meant.size() < kMostConcepts) meant.push_back(hash);
  }
  std::sort(meant.begin(), meant.end());
  for (size_t i = 0; i < meant.size(); ++i) {
    for (size_t j = i + 1; j < meant.size(); ++j) {
      sink.Add(Slot(kConceptPair, Mix(meant[i], meant[j])), kConceptPairValue);
    }
  }
}

void FeatureExtractor::VisitRules(const Analysis& analysis, FeatureSink& sink) const {
  for (const RuleHit& hit : analysis.hits) {
    const uint64_t hash = Mix(rule_hashes_[static_cast<size_t>(hit.rule)], hit.fired ? 0 : 1);
    sink.Add(Slot(kRule, hash), kRuleValue);
  }
}

}  // namespace charley::triage
