// The trained part of the ranker, ready to score.

#ifndef CHARLEY_SERVICE_MATCH_SCORING_MODEL_H_
#define CHARLEY_SERVICE_MATCH_SCORING_MODEL_H_

#include <cstdint>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/inlined_vector.h"
#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "charley/knowledge/v1/ranker.pb.h"
#include "service/match/row_sums.h"
#include "service/match/tokens.h"
#include "service/text/vocabulary.h"

namespace charley::match {

// Scores of a message: for each of the pack's targets, then for "none of these", then for being in
// scope at all.
using Scores = std::vector<float>;

// A linear model over the distinct words of a message (stem and letter groups) and their pairs, and
// a network of one hidden layer, whose units are columns of the same rows. A word's features always
// come together, so the rows of a pack's own words are summed when the model is loaded: scoring
// adds one row for each word and pair. Immutable; thread-safe.
class ScoringModel {
 public:
  // Loads a model. INVALID_ARGUMENT: its parts do not fit together.
  static absl::StatusOr<ScoringModel> Create(const knowledge::v1::RankerModel& model,
                                             const text::Vocabulary& vocabulary);

  size_t classes() const { return classes_; }

  // Asks memory for what Score reads of a message's words, that it may be there by then.
  void Prefetch(absl::Span<const text::ReadWord> words) const;

  // Replaces `scores`. The same for the same tokens on every machine with IEEE floats.
  void Score(const Tokens& tokens, Scores& scores) const;

  // What a word adds to a class by itself: without the network, which takes words together, and
  // before the message's length is taken out.
  float Contribution(const WordToken& word, size_t target) const;

 private:
  using RowList = absl::InlinedVector<ByteRow, 64>;

  ScoringModel() = default;
  // List the rows that add what words and pairs say, and return the square of the rows' lengths
  // times their weights squared.
  float ListWord(const WordToken& word, RowList& rows) const;
  float ListUnlisted(const WordToken& word, RowList& rows) const;
  float ListPairs(absl::Span<const PairToken> pairs, RowList& rows) const;
  void AddOutputs(Scores& scores) const;
  void PrefetchWord(text::WordId word) const;
  void ResolveStems(const knowledge::v1::RankerModel& model, const text::Vocabulary& vocabulary);
  void ReadOutputs(const knowledge::v1::RankerModel& model);
  void SumDomainWords(const text::Vocabulary& vocabulary);

  // A row and what is known of it without reading it, in one place of memory.
  struct Row {
    int32_t number = -1;  // -1: there is none
    float scale = 0;      // of its bytes
    float square = 0;     // of what it counts

    size_t at(size_t stride) const { return static_cast<size_t>(number) * stride; }
  };
  static Row FeatureRow(const knowledge::v1::RankerModel& model, int feature);
  float ListFeature(const Row& feature, float weight, RowList& rows) const;
  void PrefetchFeature(const Row& feature) const;

  size_t classes_ = 0;
  size_t columns_ = 0;  // classes and units
  size_t stride_ = 0;   // columns, rounded up to groups
  std::vector<float> biases_;
  std::vector<float> outer_;                          // from units to outputs, by unit
  std::vector<float> outer_biases_;                   // by output
  std::vector<int8_t> rows_;                          // by feature
  absl::flat_hash_map<uint32_t, Row> stem_features_;  // by StemKey32
  absl::flat_hash_map<uint64_t, Row> pair_features_;  // by pair
  absl::flat_hash_map<uint32_t, Row> gram_features_;  // by hash
  std::vector<int8_t> summed_;                        // rows of whole words
  std::vector<Row> word_rows_;                        // by WordId, in summed_
};

}  // namespace charley::match

#endif  // CHARLEY_SERVICE_MATCH_SCORING_MODEL_H_
