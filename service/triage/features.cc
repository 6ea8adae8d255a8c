#include "service/triage/features.h"

#include <algorithm>
#include <cmath>

namespace charley::triage {
namespace {

constexpr size_t kMostWords = 400;    // of one message that are weighed, half from each end
constexpr size_t kMostConcepts = 24;  // of one message that are paired
constexpr size_t kShortestLetters = 3;
constexpr size_t kLongestLetters = 5;
constexpr float kLetterValue = 0.7f;  // letters back up words that nobody wrote down
constexpr float kPairValue = 0.7f;
constexpr float kConceptValue = 1.0f;
constexpr float kConceptPairValue = 0.5f;
constexpr float kRuleValue = 1.0f;

enum Kind : uint64_t {
  kStem = 1,
  kStemPair,
  kLetters,
  kConcept,
  kConceptPair,
  kRule,
  kDenied,
  kEarlier = 16,  // added for words and concepts of earlier messages
};

uint64_t Mix(uint64_t a, uint64_t b) {
  uint64_t hash = (a ^ (b + 0x9E3779B97F4A7C15ULL + (a << 6) + (a >> 2))) * 0xFF51AFD7ED558CCDULL;
  return hash ^ (hash >> 33);
}

uint64_t HashBytes(absl::string_view bytes) {
  uint64_t hash = 1469598103934665603ULL;  // FNV-1a
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash;
}

uint32_t Slot(uint64_t kind, uint64_t hash) {
  return static_cast<uint32_t>(Mix(kind, hash) & (kFeatureSlots - 1));
}

}  // namespace

FeatureExtractor::FeatureExtractor(const knowledge::v1::Pack& pack,
                                   const text::Vocabulary& vocabulary, const Analyzer& analyzer)
    : vocabulary_(vocabulary), stem_hashes_(vocabulary.StemHashes()) {
  for (size_t id = 0; id < analyzer.lexicon().meaning_count(); ++id) {
    concept_hashes_.push_back(HashBytes(analyzer.lexicon().Name(static_cast<MeaningId>(id))));
  }
  for (const auto& rule : pack.triage_rules()) rule_hashes_.push_back(HashBytes(rule.id()));
}

std::vector<Feature> FeatureExtractor::Extract(absl::Span<const text::Reading> conversation,
                                               const Analysis& analysis) const {
  std::vector<Feature> features = ExtractWords(conversation, analysis);
  for (size_t i = 0; i < conversation.size(); ++i) {
    AddConcepts(analysis.messages[i], i + 1 == conversation.size(), features);
  }
  AddRules(analysis, features);
  return features;
}

std::vector<Feature> FeatureExtractor::ExtractWords(absl::Span<const text::Reading> conversation,
                                                    const Analysis& analysis) const {
  std::vector<Feature> features;
  features.reserve(512);
  features.push_back({Slot(0, 0), 1.0f});  // the bias
  size_t words = 0;
  for (const text::Reading& reading : conversation) {
    words += std::min(reading.words.size(), kMostWords);
  }
  const float scale = 1.0f / std::sqrt(static_cast<float>(std::max<size_t>(words, 4)));
  for (size_t i = 0; i < conversation.size(); ++i) {
    AddWords(conversation[i], analysis.messages[i], i + 1 == conversation.size(), scale, features);
  }
  return features;
}

void FeatureExtractor::AddWords(const text::Reading& reading, const StatedMessage& stated,
                                bool is_question, float scale,
                                std::vector<Feature>& features) const {
  const uint64_t earlier = is_question ? 0u : uint64_t{kEarlier};
  const size_t count = reading.words.size();
  uint64_t before = 0;
  for (size_t i = 0; i < count; ++i) {
    if (count > kMostWords && i == kMostWords / 2) i = count - kMostWords / 2;
    const text::ReadWord& word = reading.words[i];
    const bool known = word.id != text::kNoWord;
    const absl::string_view form = known ? vocabulary_.Form(word.id) : reading.Typed(word);
    uint64_t hash = known ? stem_hashes_[word.stem] : HashBytes(form);
    const bool denied = !stated.denied.empty() && stated.denied[i];
    if (denied) hash = Mix(kDenied, hash);
    features.push_back({Slot(kStem + earlier, hash), scale});
    if (before != 0) features.push_back({Slot(kStemPair, Mix(before, hash)), scale * kPairValue});
    before = hash;
    if (!denied) AddLetters(form, scale * kLetterValue, features);
  }
}

void FeatureExtractor::AddLetters(absl::string_view form, float value,
                                  std::vector<Feature>& features) const {
  // The word's ends count as letters: "^le", "eg$".
  char padded[28];
  const size_t size = std::min<size_t>(form.size(), sizeof(padded) - 2);
  padded[0] = '^';
  std::copy_n(form.begin(), size, padded + 1);
  padded[size + 1] = '$';
  for (size_t begin = 0; begin + kShortestLetters <= size + 2; ++begin) {
    uint64_t hash = 1469598103934665603ULL;
    for (size_t length = 1; length <= kLongestLetters && begin + length <= size + 2; ++length) {
      hash = (hash ^ static_cast<unsigned char>(padded[begin + length - 1])) * 1099511628211ULL;
      if (length >= kShortestLetters) features.push_back({Slot(kLetters, hash), value});
    }
  }
}

void FeatureExtractor::AddConcepts(const StatedMessage& stated, bool is_question,
                                   std::vector<Feature>& features) const {
  const uint64_t earlier = is_question ? 0u : uint64_t{kEarlier};
  std::vector<uint64_t> meant;
  std::vector<uint64_t> seen;
  for (const StatedMention& mention : stated.mentions) {
    const uint64_t hash =
        Mix(concept_hashes_[mention.mention.meaning], mention.softened == 0 ? 0u : 1u);
    if (std::find(seen.begin(), seen.end(), hash) != seen.end()) continue;
    seen.push_back(hash);
    features.push_back({Slot(kConcept + earlier, hash), kConceptValue});
    if (mention.softened == 0 && meant.size() < kMostConcepts) meant.push_back(hash);
  }
  std::sort(meant.begin(), meant.end());
  for (size_t i = 0; i < meant.size(); ++i) {
    for (size_t j = i + 1; j < meant.size(); ++j) {
      features.push_back({Slot(kConceptPair, Mix(meant[i], meant[j])), kConceptPairValue});
    }
  }
}

void FeatureExtractor::AddRules(const Analysis& analysis, std::vector<Feature>& features) const {
  for (const RuleHit& hit : analysis.hits) {
    const uint64_t hash = Mix(rule_hashes_[static_cast<size_t>(hit.rule)], hit.fired ? 0 : 1);
    features.push_back({Slot(kRule, hash), kRuleValue});
  }
}

}  // namespace charley::triage
