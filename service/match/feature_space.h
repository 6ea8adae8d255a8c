// Which features the ranker learns from.

#ifndef CHARLEY_SERVICE_MATCH_FEATURE_SPACE_H_
#define CHARLEY_SERVICE_MATCH_FEATURE_SPACE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "charley/knowledge/v1/ranker.pb.h"
#include "service/match/training_set.h"

namespace charley::match {

// One feature of a message with its value.
struct FeatureValue {
  uint32_t feature = 0;
  float value = 0;
};
using FeatureVector = std::vector<FeatureValue>;  // ascending features

// Which kinds of features there are; all, but for an ablation.
struct FeatureKinds {
  bool stems = true;
  bool pairs = true;
  bool grams = true;
};

// Numbers the stems, pairs and letter groups of a training set and weighs them by how rare they are
// (inverse message frequency). Rare pairs and letter groups are left out. The numbering is that of
// RankerModel and the same for the same messages in the same order.
class FeatureSpace {
 public:
  FeatureSpace(const std::vector<TrainingMessage>& messages, const FeatureKinds& kinds);

  size_t size() const { return weights_.size(); }

  // The features of a message, of length 1 as LinearModel has it.
  FeatureVector Vector(const Tokens& tokens) const;

  // Writes the features and their weights.
  void Save(knowledge::v1::RankerModel& model) const;

 private:
  struct Pair {
    StemKey32 first;
    StemKey32 second;
  };

  void Count(const std::vector<TrainingMessage>& messages);
  void NameStems(const std::vector<TrainingMessage>& messages);

  FeatureKinds kinds_;
  std::vector<StemKey32> stems_;
  std::vector<std::string> stem_names_;
  std::vector<Pair> pairs_;
  std::vector<uint32_t> grams_;
  std::vector<float> weights_;
  absl::flat_hash_map<StemKey32, uint32_t> stem_ids_;
  absl::flat_hash_map<uint64_t, uint32_t> pair_ids_;
  absl::flat_hash_map<uint32_t, uint32_t> gram_ids_;
};

}  // namespace charley::match

#endif  // CHARLEY_SERVICE_MATCH_FEATURE_SPACE_H_
