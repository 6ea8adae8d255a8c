#include "service/match/training.h"

#include <algorithm>
#include <cmath>
#include <future>
#include <utility>

#include "knowledge/status_macros.h"
#include "service/match/calibration.h"
#include "service/match/network.h"
#include "service/match/one_versus_rest.h"
#include "service/match/targets.h"
#include "service/match/training_set.h"

namespace charley::match {
namespace {

constexpr float kMostInt8 = 127;
// What an output of the network counts beside a score of the linear classifiers. From 0.1 to 0.3
// accuracy is the same on the tuning questions.
constexpr float kNetworkShare = 0.15F;

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
  bool network;
};

struct Learned {
  LinearWeights linear;  // a column for each target, for "none" and for being in scope
  Network network;       // of no units when there is none; its outputs counted as they should
};

Network LearnNetwork(const LabelledVectors& every, size_t features, size_t classes) {
  Network network = TrainNetwork(every, features, classes);
  for (float& weight : network.outer.rows) weight *= kNetworkShare;
  for (float& bias : network.outer.biases) bias *= kNetworkShare;
  return network;
}

// What is learned from all messages but those of one fold; from all when `fold` is kFolds.
Learned Learn(const Lesson& lesson, int fold) {
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
  std::future<Network> network;  // beside liblinear, which allows for one thread
  if (lesson.network) {
    network =
        std::async(std::launch::async, LearnNetwork, std::cref(every), lesson.features, classes);
  }
  Learned learned;
  learned.linear = Join(TrainOneVersusRest(every, lesson.features, classes),
                        TrainBalanced(scope, lesson.features));
  if (lesson.network) learned.network = network.get();
  return learned;
}

Scores ScoresOf(const Learned& learned, const FeatureVector& vector) {
  Scores scores = Decide(learned.linear, vector);
  if (learned.network.units() > 0) {
    AddOutputs(learned.network.outer, Decide(learned.network.inner, vector), scores.data());
  }
  return scores;
}

// The scores of a fold's messages by what is learned from all others, one message after another.
knowledge::FittedNumbers ScoreFold(const Lesson& lesson, int fold) {
  const Learned learned = Learn(lesson, fold);
  knowledge::FittedNumbers numbers;
  for (size_t i = 0; i < lesson.messages.size(); ++i) {
    if (lesson.messages[i].fold != fold) continue;
    const Scores scores = ScoresOf(learned, lesson.vectors[i]);
    numbers.insert(numbers.end(), scores.begin(), scores.end());
  }
  return numbers;
}

// The scores of each message by what ScoreFold gave for its fold; none of those without a fold.
std::vector<Scores> ScoresByMessage(const Lesson& lesson,
                                    absl::Span<const knowledge::FittedNumbers> by_fold) {
  const auto classes = static_cast<std::ptrdiff_t>(lesson.targets.size()) + 2;
  std::vector<Scores> scores(lesson.messages.size());
  for (size_t fold = 0; fold < by_fold.size(); ++fold) {
    auto next = by_fold[fold].begin();
    for (size_t i = 0; i < lesson.messages.size(); ++i) {
      if (lesson.messages[i].fold != static_cast<int>(fold)) continue;
      scores[i].assign(next, next + classes);
      next += classes;
    }
  }
  return scores;
}

// Multiplies the inner weights, and divides the outer ones, by what makes the largest weights of a
// feature alike in both parts: they share one unit of a byte.
void Balance(const LinearWeights& linear, Network& network) {
  const auto sum_of_largest = [](const LinearWeights& weights) {
    double sum = 0;
    for (size_t begin = 0; begin < weights.rows.size(); begin += weights.classes) {
      float most = 0;
      for (size_t i = 0; i < weights.classes; ++i) {
        most = std::max(most, std::abs(weights.rows[begin + i]));
      }
      sum += static_cast<double>(most);
    }
    return sum;
  };
  const double inner = sum_of_largest(network.inner);
  if (inner == 0) return;
  const auto factor = static_cast<float>(sum_of_largest(linear) / inner);
  for (float& weight : network.inner.rows) weight *= factor;
  for (float& bias : network.inner.biases) bias *= factor;
  for (float& weight : network.outer.rows) weight /= factor;
}

void SaveRows(const LinearWeights& weights, knowledge::v1::RankerModel& model) {
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

void Save(Learned learned, knowledge::v1::RankerModel& model) {
  Network& network = learned.network;
  if (network.units() == 0) return SaveRows(learned.linear, model);
  Balance(learned.linear, network);
  SaveRows(Join(learned.linear, network.inner), model);
  model.set_units(static_cast<uint32_t>(network.units()));
  model.mutable_outer()->Add(network.outer.rows.begin(), network.outer.rows.end());
  model.mutable_outer_biases()->Add(network.outer.biases.begin(), network.outer.biases.end());
}

}  // namespace

absl::StatusOr<knowledge::v1::RankerModel> LearnRanker(const knowledge::v1::Pack& pack,
                                                       const text::Vocabulary& vocabulary,
                                                       const RankerParts& parts,
                                                       knowledge::RunFits run_fits) {
  RETURN_IF_ERROR(CheckTrainable(pack));
  ASSIGN_OR_RETURN(const std::vector<TrainingMessage> messages, ReadTrainingSet(pack, vocabulary));
  const FeatureSpace space(messages, parts.features);
  std::vector<FeatureVector> vectors;
  vectors.reserve(messages.size());
  for (const TrainingMessage& message : messages) vectors.push_back(space.Vector(message.tokens));
  const Targets targets(pack);
  const Lesson lesson{messages, vectors, targets, space.size(), parts.network};
  knowledge::v1::RankerModel model;
  for (const auto& topic : pack.topics()) model.add_targets(topic.id());
  for (const auto& talk : pack.small_talk()) model.add_targets(talk.id());
  space.Save(model);
  Learned learned;
  const std::vector<knowledge::FittedNumbers> fits =
      run_fits(kFolds + 1, [&](size_t i) -> knowledge::FittedNumbers {
        if (i > 0) return ScoreFold(lesson, static_cast<int>(i) - 1);
        learned = Learn(lesson, kFolds);
        return {};
      });
  Save(std::move(learned), model);
  Calibrate(messages, ScoresByMessage(lesson, absl::MakeConstSpan(fits).subspan(1)), targets,
            model);
  return model;
}

absl::StatusOr<knowledge::v1::Model> TrainRanker(const knowledge::v1::Pack& pack,
                                                 const text::Vocabulary& vocabulary,
                                                 knowledge::RunFits run_fits) {
  ASSIGN_OR_RETURN(const knowledge::v1::RankerModel ranker,
                   LearnRanker(pack, vocabulary, {}, run_fits));
  knowledge::v1::Model model;
  model.set_name(kRankerName);
  model.set_data(ranker.SerializeAsString());
  return model;
}

}  // namespace charley::match
