#include "service/triage/second_opinion.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <utility>

#include "absl/strings/str_cat.h"
#include "knowledge/status_macros.h"
#include "service/text/prefetch.h"

namespace charley::triage {
namespace {

// Layout, all little-endian: magic, bits, threshold and scale as floats, then for each slot with a
// weight its distance from the last one (a varint) and the weight (int16).
constexpr char kMagic[] = "CTL2";
constexpr float kSteps = 32767;

constexpr double kLeastChance = 1e-9;  // keeps log odds finite
constexpr double kNeverUrgent = -50;   // log odds of no words at all

void AppendVarint(uint32_t value, std::string& out) {
  while (value >= 0x80) {
    out += static_cast<char>((value & 0x7F) | 0x80);
    value >>= 7;
  }
  out += static_cast<char>(value);
}

void AppendBits(uint32_t bits, int bytes, std::string& out) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>((bits >> (8 * i)) & 0xFF);
}

void AppendFloat(float value, std::string& out) {
  uint32_t bits = 0;
  std::memcpy(&bits, &value, sizeof(bits));
  AppendBits(bits, 4, out);
}

// Reads the layout; every read says whether the bytes sufficed.
class ModelBytes {
 public:
  explicit ModelBytes(absl::string_view bytes) : bytes_(bytes) {}

  bool AtEnd() const { return bytes_.empty(); }

  bool TakeBits(int count, uint32_t& bits) {
    if (bytes_.size() < static_cast<size_t>(count)) return false;
    bits = 0;
    for (int i = 0; i < count; ++i) {
      bits |= static_cast<uint32_t>(static_cast<unsigned char>(bytes_[static_cast<size_t>(i)]))
              << (8 * i);
    }
    bytes_.remove_prefix(static_cast<size_t>(count));
    return true;
  }

  bool TakeFloat(float& value) {
    uint32_t bits = 0;
    if (!TakeBits(4, bits)) return false;
    std::memcpy(&value, &bits, sizeof(value));
    return std::isfinite(value);
  }

  bool TakeVarint(uint32_t& value) {
    value = 0;
    for (int shift = 0; shift < 28; shift += 7) {
      uint32_t byte = 0;
      if (!TakeBits(1, byte)) return false;
      value |= (byte & 0x7F) << shift;
      if ((byte & 0x80) == 0) return true;
    }
    return false;
  }

 private:
  absl::string_view bytes_;
};

bool DecodeInto(absl::string_view bytes, LinearModel& model) {
  ModelBytes in(bytes);
  uint32_t bits = 0;
  float scale = 0;
  if (!in.TakeBits(1, bits) || bits != kFeatureBits) return false;
  if (!in.TakeFloat(model.threshold) || !in.TakeFloat(scale)) return false;
  model.step = scale / kSteps;
  model.steps.assign(kFeatureSlots, 0);
  uint32_t slot = 0;
  while (!in.AtEnd()) {
    uint32_t distance = 0;
    uint32_t weight = 0;
    if (!in.TakeVarint(distance) || !in.TakeBits(2, weight)) return false;
    slot += distance;
    if (slot >= kFeatureSlots) return false;
    model.steps[slot] = static_cast<int16_t>(weight);
  }
  return true;
}

float SumOfLetters(const LinearModel& model, absl::string_view form) {
  std::vector<uint32_t> slots;
  slots.reserve(64);
  AppendLetterSlots(form, slots);
  for (const uint32_t slot : slots) text::Prefetch(&model.steps[slot]);
  float sum = 0;
  for (const uint32_t slot : slots) sum += model.Weight(slot);
  return sum * kLetterValue;
}

// Sums up the weights of features. Weights lie all over a table that no near cache holds: each is
// asked for when its feature is found, and added some features later.
class WeightSum final : public FeatureSink {
 public:
  WeightSum(const LinearModel& model, const text::Vocabulary& vocabulary,
            absl::Span<const WordWeights> own_words)
      : model_(model), vocabulary_(vocabulary), own_words_(own_words) {}

  void Add(uint32_t slot, float value) override {
    text::Prefetch(&model_.steps[slot]);
    Await({slot, value});
  }
  void AddStem(text::WordId id, uint64_t hash) override {
    if (id >= own_words_.size()) return Add(StemSlot(hash), 1);
    AddWeight(own_words_.data()[id].stem);
  }
  void AddLetters(text::WordId id) override {
    if (id >= own_words_.size()) return AddLettersOf(vocabulary_.Form(id));
    AddWeight(own_words_.data()[id].letters);
  }
  void AddLettersOf(absl::string_view form) override { AddWeight(SumOfLetters(model_, form)); }

  float Total() {
    AddAwaited();
    return sum_;
  }

 private:
  static constexpr size_t kMostAwaited = 32;
  static constexpr uint32_t kNoSlot = kFeatureSlots;  // of what is weighed already

  void AddWeight(float weight) { Await({kNoSlot, weight}); }

  void Await(const Feature& feature) {
    if (count_ == kMostAwaited) AddAwaited();
    awaited_[count_++] = feature;
  }

  void AddAwaited() {
    for (size_t i = 0; i < count_; ++i) {
      const auto& [slot, value] = awaited_[i];
      sum_ += slot == kNoSlot ? value : model_.Weight(slot) * value;
    }
    count_ = 0;
  }

  const LinearModel& model_;
  const text::Vocabulary& vocabulary_;
  const absl::Span<const WordWeights> own_words_;
  std::array<Feature, kMostAwaited> awaited_;
  size_t count_ = 0;
  float sum_ = 0;
};

}  // namespace

std::string EncodeModel(float threshold, const std::vector<float>& weights) {
  float scale = 0;
  for (const float weight : weights) scale = std::max(scale, std::abs(weight));
  std::string out = kMagic;
  AppendBits(kFeatureBits, 1, out);
  AppendFloat(threshold, out);
  AppendFloat(scale, out);
  uint32_t last = 0;
  for (uint32_t slot = 0; slot < weights.size(); ++slot) {
    const auto step =
        scale == 0 ? 0 : static_cast<int16_t>(std::lround(weights[slot] / scale * kSteps));
    if (step == 0) continue;
    AppendVarint(slot - last, out);
    AppendBits(static_cast<uint16_t>(step), 2, out);
    last = slot;
  }
  return out;
}

absl::StatusOr<LinearModel> DecodeModel(absl::string_view bytes) {
  LinearModel model;
  const absl::string_view magic(kMagic);
  if (bytes.substr(0, magic.size()) != magic || !DecodeInto(bytes.substr(magic.size()), model)) {
    return absl::InvalidArgumentError(
        absl::StrCat("the model '", kSecondOpinionModel, "' cannot be read; build the pack again"));
  }
  return model;
}

double LogOdds(double chance) {
  const double kept = std::clamp(chance, kLeastChance, 1 - kLeastChance);
  return std::log(kept / (1 - kept));
}

double Chance(double log_odds) { return 1 / (1 + std::exp(-log_odds)); }

double Opinion::Alone() const {
  double most = kNeverUrgent;
  for (const double sentence : of_sentences) most = std::max(most, sentence);
  return most - kAloneHandicap;
}

double Opinion::Support(uint32_t message, uint32_t begin, uint32_t end) const {
  double most = kNeverUrgent;
  for (size_t i = 0; i < sentences.size(); ++i) {
    const Sentence& sentence = sentences[i];
    if (sentence.message == message && sentence.begin < end && begin < sentence.end) {
      most = std::max(most, of_sentences[i]);
    }
  }
  return most;
}

SecondOpinion::SecondOpinion(const text::Vocabulary& vocabulary, FeatureExtractor extractor,
                             LinearModel model)
    : vocabulary_(vocabulary), extractor_(std::move(extractor)), model_(std::move(model)) {
  for (text::WordId id = 0; id < vocabulary.size() && vocabulary.IsDomain(id); ++id) {
    own_words_.push_back({model_.Weight(StemSlot(extractor_.HashOf(id))),
                          SumOfLetters(model_, vocabulary.Form(id))});
  }
}

void SecondOpinion::Prefetch(absl::Span<const text::Reading> conversation) const {
  for (const text::Reading& reading : conversation) {
    for (const text::ReadWord& word : reading.words) {
      if (word.id == text::kNoWord) continue;
      extractor_.Prefetch(word);
      if (word.id < own_words_.size()) text::Prefetch(&own_words_[word.id]);
    }
  }
}

Opinion SecondOpinion::Weigh(absl::Span<const text::Reading> conversation,
                             const Analysis& analysis) const {
  Opinion opinion;
  opinion.sentences = SentencesOf(conversation);
  opinion.of_sentences.reserve(opinion.sentences.size());
  const auto constant = static_cast<double>(model_.Weight(kConstantSlot));
  float all = 0;
  size_t words = 0;
  for (const Sentence& sentence : opinion.sentences) {
    WeightSum sum(model_, vocabulary_, own_words_);
    extractor_.VisitWords(conversation[sentence.message], analysis.messages[sentence.message],
                          sentence, sum);
    extractor_.VisitConcepts(analysis.messages[sentence.message], sentence, sum);
    const float total = sum.Total();
    opinion.of_sentences.push_back(constant +
                                   static_cast<double>(total * ScaleOf(sentence.size())));
    all += total;
    words += sentence.size();
  }
  WeightSum rules(model_, vocabulary_, own_words_);
  extractor_.VisitRules(analysis, rules);
  opinion.whole = constant + static_cast<double>((all + rules.Total()) * ScaleOf(words));
  return opinion;
}

absl::StatusOr<std::unique_ptr<const SecondOpinion>> SecondOpinion::Create(
    const knowledge::v1::Pack& pack, const text::Vocabulary& vocabulary, const Analyzer& analyzer) {
  for (const knowledge::v1::Model& encoded : pack.models()) {
    if (encoded.name() != kSecondOpinionModel) continue;
    ASSIGN_OR_RETURN(LinearModel model, DecodeModel(encoded.data()));
    return std::unique_ptr<const SecondOpinion>(new SecondOpinion(
        vocabulary, FeatureExtractor(pack, vocabulary, analyzer), std::move(model)));
  }
  return std::unique_ptr<const SecondOpinion>();
}

}  // namespace charley::triage
