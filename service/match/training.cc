#include "service/match/training.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "knowledge/status_macros.h"
#include "service/match/calibration.h"
#include "service/match/one_versus_rest.h"
#include "service/match/targets.h"
#include "service/match/training_set.h"

namespace charley::match {
namespace {

constexpr float kMostInt8 = 127;

absl::Status CheckTrainable(const knowledge::v1::Pack& pack) {
  if (pack.topics_size() < 2 || pack.topics_size() > kMostRankedTopics) {
    return absl::FailedPreconditionError("the ranker needs from 2 to 1000 topics");
  }
  if (pack.out_of_scope_training().empty()) {
    return absl::FailedPreconditionError("the ranker needs out-of-scope questions");
  }
  return absl::OkStatus();
}

// What there is to learn from, as vectors.
struct Lesson {
  const std::vector<TrainingMessage>& messages;
  const std::vector<FeatureVector>& vectors;
  const Targets& targets;
  size_t features;
};

// The weights learned from all messages but those of one fold; from all when `fold` is kFolds.
LinearWeights Learn(const Lesson& lesson, int fold) {
  LabelledVectors every;
  LabelledVectors scope;  // small talk is neither in scope nor out of it
  for (size_t i = 0; i < lesson.messages.size(); ++i) {
    const int label = lesson.messages[i].label;
    if (lesson.messages[i].fold == fold) continue;
    every.vectors.push_back(&lesson.vectors[i]);
    every.labels.push_back(label);
    if (lesson.targets.IsSmallTalk(label)) continue;
    scope.vectors.push_back(&lesson.vectors[i]);
    scope.labels.push_back(lesson.targets.IsTopic(label) ? 1 : 0);
  }
  const auto classes = static_cast<size_t>(lesson.targets.size()) + 1;
  return Join(TrainOneVersusRest(every, lesson.features, classes),
              TrainBalanced(scope, lesson.features));
}

std::vector<Scores> CrossValidate(const Lesson& lesson) {
  std::vector<Scores> scores(lesson.messages.size());
  for (int fold = 0; fold < kFolds; ++fold) {
    const LinearWeights weights = Learn(lesson, fold);
    for (size_t i = 0; i < lesson.messages.size(); ++i) {
      if (lesson.messages[i].fold == fold) scores[i] = Decide(weights, lesson.vectors[i]);
    }
  }
  return scores;
}

void SaveWeights(const LinearWeights& weights, knowledge::v1::RankerModel& model) {
  std::string& bytes = *model.mutable_rows();
  bytes.reserve(weights.rows.size());
  for (size_t begin = 0; begin < weights.rows.size(); begin += weights.classes) {
    float most = 0;
    for (size_t i = 0; i < weights.classes; ++i) {
      most = std::max(most, std::abs(weights.rows[begin + i]));
    }
    const float scale = most == 0 ? 1 : most / kMostInt8;
    model.add_scales(scale);
    for (size_t i = 0; i < weights.classes; ++i) {
      bytes.push_back(static_cast<char>(std::lround(weights.rows[begin + i] / scale)));
    }
  }
  model.mutable_biases()->Add(weights.biases.begin(), weights.biases.end());
}

}  // namespace

absl::StatusOr<knowledge::v1::RankerModel> LearnRanker(const knowledge::v1::Pack& pack,
                                                       const text::Vocabulary& vocabulary,
                                                       const FeatureKinds& kinds) {
  RETURN_IF_ERROR(CheckTrainable(pack));
  ASSIGN_OR_RETURN(const std::vector<TrainingMessage> messages, ReadTrainingSet(pack, vocabulary));
  const FeatureSpace space(messages, kinds);
  std::vector<FeatureVector> vectors;
  vectors.reserve(messages.size());
  for (const TrainingMessage& message : messages) vectors.push_back(space.Vector(message.tokens));
  const Targets targets(pack);
  const Lesson lesson{messages, vectors, targets, space.size()};
  knowledge::v1::RankerModel model;
  for (const auto& topic : pack.topics()) model.add_targets(topic.id());
  for (const auto& talk : pack.small_talk()) model.add_targets(talk.id());
  space.Save(model);
  SaveWeights(Learn(lesson, kFolds), model);
  Calibrate(messages, CrossValidate(lesson), targets, model);
  return model;
}

absl::StatusOr<knowledge::v1::Model> TrainRanker(const knowledge::v1::Pack& pack,
                                                 const text::Vocabulary& vocabulary) {
  ASSIGN_OR_RETURN(const knowledge::v1::RankerModel ranker, LearnRanker(pack, vocabulary));
  knowledge::v1::Model model;
  model.set_name(kRankerName);
  model.set_data(ranker.SerializeAsString());
  return model;
}

}  // namespace charley::match
