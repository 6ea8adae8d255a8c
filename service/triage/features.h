// A conversation as what the second opinion weighs: features of each sentence, and rules.

#ifndef CHARLEY_SERVICE_TRIAGE_FEATURES_H_
#define CHARLEY_SERVICE_TRIAGE_FEATURES_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "charley/knowledge/v1/pack.pb.h"
#include "service/text/prefetch.h"
#include "service/text/reading.h"
#include "service/text/vocabulary.h"
#include "service/triage/analysis.h"
#include "service/triage/feature_slots.h"

namespace charley::triage {

// One feature. A slot may come more than once: values add up.
struct Feature {
  uint32_t slot = 0;
  float value = 0;
};

// Words [begin, end) of one message that are weighed by themselves: a sentence, or a part of one
// that nobody ended.
struct Sentence {
  uint32_t message = 0;
  uint32_t begin = 0;
  uint32_t end = 0;

  uint32_t size() const { return end - begin; }
};

using Sentences = absl::InlinedVector<Sentence, 8>;

// Cuts a conversation into its sentences, oldest first. Linear.
Sentences SentencesOf(absl::Span<const text::Reading> conversation);

// What a sum over `words` words is multiplied by, so that long texts do not outweigh short ones.
float ScaleOf(size_t words);

// Takes features as they are found.
class FeatureSink {
 public:
  virtual ~FeatureSink() = default;
  virtual void Add(uint32_t slot, float value) = 0;
  // The stem of a known word: 1 for the slot of its hash. Who knows the word may know its weight.
  virtual void AddStem(text::WordId /*id*/, uint64_t hash) { Add(StemSlot(hash), 1); }
  // Every letter group of a known word, and of one that is in no vocabulary.
  virtual void AddLetters(text::WordId id) = 0;
  virtual void AddLettersOf(absl::string_view unknown) = 0;
};

// The slots of a word's letter groups, its ends counted as letters: "^le", "eg$". Each is worth
// kLetterValue.
void AppendLetterSlots(absl::string_view form, std::vector<uint32_t>& slots);
inline constexpr float kLetterValue = 0.7f;  // letters back up words that nobody wrote down

// Finds features: stems alone and in pairs (marked when denied), letter groups within words,
// concepts with their context, alone and in pairs, and rules that are met. A word of another
// language that is glossed counts as the English words that it means, so that what English
// messages taught holds there too. Immutable; thread-safe.
class FeatureExtractor {
 public:
  FeatureExtractor(const knowledge::v1::Pack& pack, const text::Vocabulary& vocabulary,
                   const Analyzer& analyzer);

  // Asks memory for what VisitWords reads of a known word.
  void Prefetch(const text::ReadWord& word) const { text::Prefetch(&stem_hashes_[word.stem]); }
  // The hash of a known word's stem.
  uint64_t HashOf(text::WordId id) const { return stem_hashes_[vocabulary_.Stem(id)]; }
  // The words of a sentence, of each of which four features tell a `Sink`: a FeatureSink that the
  // compiler knows by its class. Linear.
  template <typename Sink>
  void VisitWords(const text::Reading& reading, const StatedMessage& stated,
                  const Sentence& sentence, Sink& sink) const;
  // The concepts of a sentence. Linear but for the pairs of at most 24 of them.
  void VisitConcepts(const StatedMessage& stated, const Sentence& sentence,
                     FeatureSink& sink) const;
  // The rules that a whole conversation meets.
  void VisitRules(const Analysis& analysis, FeatureSink& sink) const;

 private:
  void VisitGloss(const StatedMention& gloss, FeatureSink& sink) const;

  const text::Vocabulary& vocabulary_;
  std::vector<uint64_t> stem_hashes_;               // by stem
  std::vector<uint64_t> concept_hashes_;            // by meaning; of a gloss, its English words'
  std::vector<std::vector<text::WordId>> glosses_;  // by meaning: the English words
  std::vector<uint64_t> rule_hashes_;               // by rule
};

template <typename Sink>
void FeatureExtractor::VisitWords(const text::Reading& reading, const StatedMessage& stated,
                                  const Sentence& sentence, Sink& sink) const {
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

}  // namespace charley::triage

#endif  // CHARLEY_SERVICE_TRIAGE_FEATURES_H_
