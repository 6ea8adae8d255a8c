#include "service/match/feature_space.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "service/match/grams.h"
#include "service/text/stemmer.h"

namespace charley::match {
namespace {

// Messages that must hold a feature for it to be learned, and what each kind counts beside a stem.
// Chosen on the tuning questions: rarer features add size and no accuracy, and letter groups that
// count 0.5 cost 3 points in scope for nothing gained on misspelt words.
constexpr int kFewestPairUses = 3;
constexpr int kFewestGramUses = 3;
constexpr float kPairShare = 0.7F;
constexpr float kGramShare = 0.25F;

float Rarity(size_t messages, int uses) {
  return static_cast<float>(std::log((1.0 + static_cast<double>(messages)) / (1.0 + uses)) + 1);
}

// Uses of every key, in the order of keys.
template <typename Key>
using Uses = std::map<Key, int>;

void AddGrams(const Tokens& tokens, std::vector<uint32_t>& all) {
  std::vector<uint32_t> grams;
  all.clear();
  for (const WordToken& word : tokens.words) {
    GramsOf(word.form, grams);
    all.insert(all.end(), grams.begin(), grams.end());
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
}

}  // namespace

FeatureSpace::FeatureSpace(const std::vector<TrainingMessage>& messages, const FeatureKinds& kinds)
    : kinds_(kinds) {
  Count(messages);
  NameStems(messages);
}

void FeatureSpace::Count(const std::vector<TrainingMessage>& messages) {
  Uses<StemKey32> stems;
  Uses<uint64_t> pairs;
  Uses<uint32_t> grams;
  std::vector<uint32_t> found;
  for (const TrainingMessage& message : messages) {
    AddGrams(message.tokens, found);
    for (const uint32_t gram : found) ++grams[gram];
    if (message.misspelt) continue;  // nobody makes the same errors again
    StemKey32 last = kSentenceStart;
    for (const WordToken& word : message.tokens.words) {  // sorted by stem
      if (word.stem != last) ++stems[word.stem];
      last = word.stem;
    }
    for (const PairToken& pair : message.tokens.pairs) ++pairs[pair.key];
  }
  const auto next = [this] { return static_cast<uint32_t>(weights_.size()); };
  for (const auto& [stem, uses] : stems) {
    stem_ids_.emplace(stem, next());
    stems_.push_back(stem);
    weights_.push_back(kinds_.stems ? Rarity(messages.size(), uses) : 0);
  }
  for (const auto& [pair, uses] : pairs) {
    if (!kinds_.pairs || uses < kFewestPairUses) continue;
    pair_ids_.emplace(pair, next());
    pairs_.push_back({static_cast<StemKey32>(pair >> 32), static_cast<StemKey32>(pair)});
    weights_.push_back(Rarity(messages.size(), uses) * kPairShare);
  }
  for (const auto& [gram, uses] : grams) {
    if (!kinds_.grams || uses < kFewestGramUses) continue;
    gram_ids_.emplace(gram, next());
    grams_.push_back(gram);
    weights_.push_back(Rarity(messages.size(), uses) * kGramShare);
  }
}

void FeatureSpace::NameStems(const std::vector<TrainingMessage>& messages) {
  stem_names_.resize(stems_.size());
  text::Stemmer stemmer;
  for (const TrainingMessage& message : messages) {
    if (message.misspelt) continue;
    for (const WordToken& word : message.tokens.words) {
      std::string& name = stem_names_[stem_ids_.at(word.stem)];
      if (!name.empty()) continue;
      name =
          word.id == text::kNoWord ? std::string(word.form) : stemmer.Stem(std::string(word.form));
    }
  }
}

FeatureVector FeatureSpace::Vector(const Tokens& tokens) const {
  FeatureVector vector;
  std::vector<uint32_t> grams;
  float square = 0;
  const auto add = [&](uint32_t feature, float weight) {
    const float value = weights_[feature] * weight;
    square += value * value;
    vector.push_back({feature, value});
  };
  for (const WordToken& word : tokens.words) {
    const auto stem = stem_ids_.find(word.stem);
    if (stem != stem_ids_.end()) add(stem->second, word.weight);
    GramsOf(word.form, grams);
    for (const uint32_t gram : grams) {
      const auto it = gram_ids_.find(gram);
      if (it != gram_ids_.end()) add(it->second, word.weight);
    }
  }
  for (const PairToken& pair : tokens.pairs) {
    const auto it = pair_ids_.find(pair.key);
    if (it != pair_ids_.end()) add(it->second, pair.weight);
  }
  std::sort(vector.begin(), vector.end(),
            [](const FeatureValue& a, const FeatureValue& b) { return a.feature < b.feature; });
  const float scale = square > 0 ? 1 / std::sqrt(square) : 0;
  FeatureVector distinct;
  for (const FeatureValue& value : vector) {
    if (distinct.empty() || distinct.back().feature != value.feature) {
      distinct.push_back({value.feature, 0});
    }
    distinct.back().value += value.value * scale;
  }
  return distinct;
}

void FeatureSpace::Save(knowledge::v1::RankerModel& model) const {
  for (const std::string& name : stem_names_) model.add_stems(name);
  for (const Pair& pair : pairs_) {
    model.add_pairs(pair.first == kSentenceStart ? 0 : stem_ids_.at(pair.first) + 1);
    model.add_pairs(stem_ids_.at(pair.second));
  }
  for (const uint32_t gram : grams_) model.add_grams(gram);
  model.mutable_weights()->Add(weights_.begin(), weights_.end());
}

}  // namespace charley::match
