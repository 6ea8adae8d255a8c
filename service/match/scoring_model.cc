#include "service/match/scoring_model.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/match/grams.h"
#include "service/text/prefetch.h"

namespace charley::match {
namespace {

constexpr size_t kCacheLineBytes = 64;
constexpr float kMostInt8 = 127;

absl::Status Misfit(absl::string_view part, size_t is, size_t should_be) {
  return absl::InvalidArgumentError(absl::StrCat("the model match.ranker has ", is, " ", part,
                                                 " where ", should_be,
                                                 " are needed: build the pack again"));
}

absl::Status CheckParts(const knowledge::v1::RankerModel& model, size_t features, size_t classes) {
  const size_t columns = classes + model.units();
  const auto count = [](int size) { return static_cast<size_t>(size); };
  if (model.pairs_size() % 2 != 0) {
    return Misfit("numbers of pairs", count(model.pairs_size()), count(model.pairs_size()) + 1);
  }
  if (count(model.weights_size()) != features) {
    return Misfit("weights", count(model.weights_size()), features);
  }
  if (count(model.scales_size()) != features) {
    return Misfit("scales", count(model.scales_size()), features);
  }
  if (model.rows().size() != features * columns) {
    return Misfit("bytes of rows", model.rows().size(), features * columns);
  }
  if (count(model.biases_size()) != columns) {
    return Misfit("biases", count(model.biases_size()), columns);
  }
  const size_t outputs = model.units() == 0 ? 0 : classes - 1;
  if (count(model.outer_size()) != outputs * model.units()) {
    return Misfit("outer weights", count(model.outer_size()), outputs * model.units());
  }
  if (count(model.outer_biases_size()) != outputs) {
    return Misfit("outer biases", count(model.outer_biases_size()), outputs);
  }
  for (int i = 0; i < model.pairs_size(); ++i) {
    const uint32_t most = static_cast<uint32_t>(model.stems_size()) + (i % 2 == 0 ? 1 : 0);
    if (model.pairs(i) >= most)
      return Misfit("as the number of a pair's word", model.pairs(i), most);
  }
  return absl::OkStatus();
}

// Rounds numbers times a factor; std::lround would be a call for each.
void Round(const std::vector<float>& numbers, float factor, int8_t* __restrict rounded) {
  for (size_t i = 0; i < numbers.size(); ++i) {
    const float number = numbers[i] * factor;
    rounded[i] = static_cast<int8_t>(number + std::copysign(0.5F, number));
  }
}

// Multiplies and then adds, in groups of a known size, so that the compiler makes vector
// instructions.
void ScaleAndShift(const std::vector<float>& shifts, float scale, absl::Span<float> numbers) {
  const float* __restrict shift = shifts.data();
  float* __restrict number = numbers.data();
  for (size_t begin = 0; begin < numbers.size(); begin += kColumnGroup) {
    for (size_t i = 0; i < kColumnGroup; ++i) {
      number[begin + i] = number[begin + i] * scale + shift[begin + i];
    }
  }
}

// Asks for `count` numbers, without waiting for them.
template <typename Number>
void PrefetchNumbers(const Number* numbers, size_t count) {
  for (size_t i = 0; i < count; i += kCacheLineBytes / sizeof(Number)) {
    text::Prefetch(numbers + i);
  }
}

}  // namespace

absl::StatusOr<ScoringModel> ScoringModel::Create(const knowledge::v1::RankerModel& model,
                                                  const text::Vocabulary& vocabulary) {
  ScoringModel scoring;
  scoring.classes_ = static_cast<size_t>(model.targets_size()) + 2;
  scoring.columns_ = scoring.classes_ + model.units();
  scoring.stride_ = RoundUpToGroups(scoring.columns_);
  const auto features = static_cast<size_t>(model.stems_size()) +
                        static_cast<size_t>(model.pairs_size() / 2) +
                        static_cast<size_t>(model.grams_size());
  const absl::Status status = CheckParts(model, features, scoring.classes_);
  if (!status.ok()) return status;
  scoring.biases_.assign(model.biases().begin(), model.biases().end());
  scoring.biases_.resize(scoring.stride_);
  scoring.ReadOutputs(model);
  scoring.rows_.resize(features * scoring.stride_);
  for (size_t i = 0; i < features; ++i) {
    const char* from = model.rows().data() + i * scoring.columns_;
    std::transform(from, from + scoring.columns_,
                   scoring.rows_.begin() + static_cast<std::ptrdiff_t>(i * scoring.stride_),
                   [](char byte) { return static_cast<int8_t>(byte); });
  }
  scoring.ResolveStems(model, vocabulary);
  const int first_gram = model.stems_size() + model.pairs_size() / 2;
  for (int i = 0; i < model.grams_size(); ++i) {
    scoring.gram_features_.emplace(model.grams(i), FeatureRow(model, first_gram + i));
  }
  scoring.SumDomainWords(vocabulary);
  return scoring;
}

void ScoringModel::ResolveStems(const knowledge::v1::RankerModel& model,
                                const text::Vocabulary& vocabulary) {
  std::vector<StemKey32> keys;
  keys.reserve(static_cast<size_t>(model.stems_size()));
  for (const std::string& stem : model.stems()) {
    const text::StemId id = vocabulary.FindStem(stem);
    keys.push_back(id == text::kNoStem ? KeyOfUnknown(stem) : KeyOfStem(id));
    stem_features_.emplace(keys.back(), FeatureRow(model, static_cast<int>(keys.size() - 1)));
  }
  for (int i = 0; i + 1 < model.pairs_size(); i += 2) {
    const StemKey32 first = model.pairs(i) == 0 ? kSentenceStart : keys[model.pairs(i) - 1];
    pair_features_.emplace(KeyOfPair(first, keys[model.pairs(i + 1)]),
                           FeatureRow(model, model.stems_size() + i / 2));
  }
}

// The class that stands last, being in scope, is no output.
void ScoringModel::ReadOutputs(const knowledge::v1::RankerModel& model) {
  const auto outputs = static_cast<std::ptrdiff_t>(classes_) - 1;
  const size_t stride = RoundUpToGroups(classes_);
  outer_.resize(model.units() * stride);
  for (size_t unit = 0; unit < model.units(); ++unit) {
    std::copy_n(model.outer().begin() + static_cast<std::ptrdiff_t>(unit) * outputs, outputs,
                outer_.begin() + static_cast<std::ptrdiff_t>(unit * stride));
  }
  outer_biases_.assign(model.outer_biases().begin(), model.outer_biases().end());
  outer_biases_.resize(stride);
}

void ScoringModel::SumDomainWords(const text::Vocabulary& vocabulary) {
  word_rows_.resize(vocabulary.size());
  std::vector<float> sums(stride_);
  RowList rows;
  for (text::WordId id = 0; id < vocabulary.size(); ++id) {
    if (!vocabulary.IsDomain(id)) continue;
    WordToken word;
    word.id = id;
    word.stem = KeyOfStem(vocabulary.Stem(id));
    word.form = vocabulary.Form(id);
    rows.clear();
    const float square = ListUnlisted(word, rows);
    std::fill(sums.begin(), sums.end(), 0.0F);
    AddRows(rows, absl::MakeSpan(sums));
    float most = 0;
    for (const float sum : sums) most = std::max(most, std::abs(sum));
    const float scale = most == 0 ? 1 : most / kMostInt8;
    word_rows_[id] = {static_cast<int32_t>(summed_.size() / stride_), scale, square};
    summed_.resize(summed_.size() + stride_);
    Round(sums, 1 / scale, summed_.data() + summed_.size() - stride_);
  }
}

ScoringModel::Row ScoringModel::FeatureRow(const knowledge::v1::RankerModel& model, int feature) {
  const float weight = model.weights(feature);
  return {feature, weight * model.scales(feature), weight * weight};
}

float ScoringModel::ListFeature(const Row& feature, float weight, RowList& rows) const {
  rows.push_back({rows_.data() + feature.at(stride_), weight * feature.scale});
  return feature.square;
}

void ScoringModel::PrefetchFeature(const Row& feature) const {
  PrefetchNumbers(rows_.data() + feature.at(stride_), stride_);
}

void ScoringModel::Prefetch(absl::Span<const text::ReadWord> words) const {
  for (const text::ReadWord& word : words) {
    if (word.id != text::kNoWord) text::Prefetch(&word_rows_[word.id]);
  }
  StemKey32 before = kSentenceStart;
  for (const text::ReadWord& word : words) {
    pair_features_.prefetch(KeyOfPair(before, word.stem));
    before = KeyOfStem(word.stem);
  }
  for (const text::ReadWord& word : words) {
    if (word.id != text::kNoWord) PrefetchWord(word.id);
  }
}

void ScoringModel::PrefetchWord(text::WordId word) const {
  if (word_rows_[word].number < 0) return;
  PrefetchNumbers(summed_.data() + word_rows_[word].at(stride_), stride_);
}

float ScoringModel::ListUnlisted(const WordToken& word, RowList& rows) const {
  float square = 0;
  const auto stem = stem_features_.find(word.stem);
  if (stem != stem_features_.end()) square += ListFeature(stem->second, word.weight, rows);
  std::vector<uint32_t> grams;
  grams.reserve(96);
  GramsOf(word.form, grams);
  for (const uint32_t gram : grams) gram_features_.prefetch(gram);
  for (const uint32_t gram : grams) {
    const auto it = gram_features_.find(gram);
    if (it == gram_features_.end()) continue;
    PrefetchFeature(it->second);
    square += ListFeature(it->second, word.weight, rows);
  }
  return square * word.weight * word.weight;
}

float ScoringModel::ListWord(const WordToken& word, RowList& rows) const {
  const Row row = word.id == text::kNoWord ? Row{} : word_rows_[word.id];
  if (row.number < 0) return ListUnlisted(word, rows);
  rows.push_back({summed_.data() + row.at(stride_), word.weight * row.scale});
  return row.square * word.weight * word.weight;
}

float ScoringModel::ListPairs(absl::Span<const PairToken> pairs, RowList& rows) const {
  float square = 0;
  for (const PairToken& pair : pairs) {
    const auto it = pair_features_.find(pair.key);
    if (it == pair_features_.end()) continue;
    PrefetchFeature(it->second);
    square += ListFeature(it->second, pair.weight, rows) * pair.weight * pair.weight;
  }
  return square;
}

void ScoringModel::AddOutputs(Scores& scores) const {
  const size_t stride = outer_biases_.size();
  absl::InlinedVector<FloatRow, 48> room(1 + columns_ - classes_);
  FloatRow* const rows = room.data();
  rows[0] = {outer_biases_.data(), 1};
  size_t count = 1;
  for (size_t unit = 0; unit < columns_ - classes_; ++unit) {
    const float strength = scores[classes_ + unit];
    rows[count] = {outer_.data() + unit * stride, strength};
    count += strength > 0 ? 1 : 0;  // no branch, which could not be foreseen
  }
  AddRows(absl::MakeConstSpan(rows, count), absl::MakeSpan(scores).first(stride));
}

void ScoringModel::Score(const Tokens& tokens, Scores& scores) const {
  RowList rows;
  float square = 0;
  for (const WordToken& word : tokens.words) square += ListWord(word, rows);
  square += ListPairs(tokens.pairs, rows);
  scores.assign(stride_, 0.0F);
  AddRows(rows, absl::MakeSpan(scores));
  const float scale = square > 0 ? 1 / std::sqrt(square) : 0;
  ScaleAndShift(biases_, scale, absl::MakeSpan(scores));
  if (columns_ > classes_) AddOutputs(scores);
  scores.resize(classes_);
}

float ScoringModel::Contribution(const WordToken& word, size_t target) const {
  RowList rows;
  ListWord(word, rows);
  float sum = 0;
  for (const ByteRow& row : rows) sum += row.factor * static_cast<float>(row.numbers[target]);
  return sum;
}

}  // namespace charley::match
