#include "service/triage/features.h"

#include <algorithm>
#include <cmath>

#include "absl/container/inlined_vector.h"

namespace charley::triage {
namespace {

// A sentence of more words is cut: dictation knows no full stops, and a red flag among hundreds of
// words must still be weighed by itself.
constexpr uint32_t kLongestSentence = 48;
constexpr float kFewWords = 4;        // counted besides a text's own, so that one word is no proof
constexpr size_t kMostConcepts = 24;  // of one sentence that are paired
constexpr size_t kShortestLetters = 3;
constexpr size_t kLongestLetters = 5;
constexpr float kPairValue = 0.7f;
constexpr float kGapValue = 0.5f;
// What a concept or a rule counts beside a word.
constexpr float kConceptValue = 2.0f;
constexpr float kConceptPairValue = 1.0f;
constexpr float kRuleValue = 2.0f;

enum Kind : uint64_t {
  kStem = 1,
  kStemPair,
  kLetters,
  kConcept,
  kConceptPair,
  kRule,
  kDenied,
  kStemGap,  // two words with one between them
};

constexpr uint64_t kHashStart = 1469598103934665603ULL;  // FNV-1a
constexpr uint64_t kHashPrime = 1099511628211ULL;

uint64_t Mix(uint64_t a, uint64_t b) {
  uint64_t hash = (a ^ (b + 0x9E3779B97F4A7C15ULL + (a << 6) + (a >> 2))) * 0xFF51AFD7ED558CCDULL;
  return hash ^ (hash >> 33);
}

uint64_t HashBytes(absl::string_view bytes) {
  uint64_t hash = kHashStart;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * kHashPrime;
  return hash;
}

// Never the constant's.
uint32_t Slot(uint64_t kind, uint64_t hash) {
  return 1 + static_cast<uint32_t>(Mix(kind, hash) % (kFeatureSlots - 1));
}

}  // namespace

uint32_t StemSlot(uint64_t hash) { return Slot(kStem, hash); }

Sentences SentencesOf(absl::Span<const text::Reading> conversation) {
  Sentences sentences;
  for (uint32_t m = 0; m < conversation.size(); ++m) {
    const text::Reading& reading = conversation[m];
    const auto count = static_cast<uint32_t>(reading.words.size());
    uint32_t begin = 0;
    for (uint32_t i = 1; i <= count; ++i) {
      const bool ends = i == count || i - begin >= kLongestSentence ||
                        reading.Source(reading.words[i]).sentence !=
                            reading.Source(reading.words[i - 1]).sentence;
      if (!ends) continue;
      sentences.push_back({m, begin, i});
      begin = i;
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

void FeatureExtractor::VisitWords(const text::Reading& reading, const StatedMessage& stated,
                                  const Sentence& sentence, FeatureSink& sink) const {
  uint64_t before = 0;  // of the word before, and of the one before that
  uint64_t earlier = 0;
  const bool some_denied = !stated.denied.empty();
  const bool some_glossed = !stated.glossed.empty();
  for (uint32_t i = sentence.begin; i < sentence.end; ++i) {
    const text::ReadWord& word = reading.words[i];
    const bool known = word.id != text::kNoWord;
    uint64_t hash = known ? stem_hashes_[word.stem] : HashBytes(reading.Typed(word));
    const bool denied = some_denied && stated.denied[i];
    if (denied) hash = Mix(kDenied, hash);
    if (known && !denied) {
      sink.AddStem(word.id, hash);
    } else {
      sink.Add(StemSlot(hash), 1);
    }
    if (before != 0) sink.Add(Slot(kStemPair, Mix(before, hash)), kPairValue);
    if (earlier != 0) sink.Add(Slot(kStemGap, Mix(earlier, hash)), kGapValue);
    earlier = before;
    before = hash;
    const bool glossed = some_glossed && stated.glossed[i];
    if (denied || glossed) continue;
    if (known) {
      sink.AddLetters(word.id);
    } else {
      sink.AddLettersOf(reading.Typed(word));
    }
  }
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
