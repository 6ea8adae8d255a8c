#include "service/curate/offline_training.h"

#include <algorithm>
#include <cmath>
#include <future>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "knowledge/topic_examples.h"
#include "service/answer/offline_check.h"
#include "service/curate/linear_separator.h"
#include "service/curate/side_by_side.h"
#include "service/text/reading.h"

namespace charley::curate {
namespace {

constexpr double kCost = 1;            // of 0.1, 0.3 and 1 the one with the fewest false cards
constexpr int kFolds = 5;              // of the cross-validation
constexpr size_t kMostWeights = 2500;  // about 15 KB over the wire
constexpr double kScale = 32;          // weights become whole numbers of about two digits
constexpr double kWantedRecall = 0.94;

using Conversation = std::vector<std::string>;
using Weights = knowledge::FittedNumbers;  // whole numbers, by feature

// One conversation, and whether a red flag is what it is about: only those set the threshold.
struct Lesson {
  Conversation conversation;
  bool is_triage = false;
};

template <typename Messages>
void AppendEach(const Messages& messages, bool is_triage, std::vector<Lesson>& lessons) {
  for (const std::string& message : messages) lessons.push_back({{message}, is_triage});
}

template <typename Messages>
void AppendLabelled(const Messages& messages, bool is_triage, std::vector<Lesson>& lessons) {
  for (const knowledge::v1::LabelledMessage& message : messages) {
    Conversation conversation(message.earlier().begin(), message.earlier().end());
    conversation.push_back(message.question());
    lessons.push_back({std::move(conversation), is_triage});
  }
}

std::vector<Lesson> LessonsOf(const knowledge::v1::Pack& pack) {
  std::vector<Lesson> lessons;
  AppendLabelled(pack.triage_training(), true, lessons);
  for (const auto& rule : pack.triage_rules()) {
    AppendEach(rule.fires(), true, lessons);
    AppendEach(rule.near_misses(), true, lessons);
  }
  AppendLabelled(pack.conversation_training(), false, lessons);
  AppendLabelled(pack.out_of_scope_training(), false, lessons);
  knowledge::ForSomeExamples(pack, knowledge::kMostForTriage,
                             [&lessons](const std::string& example) {
                               lessons.push_back({{example}, false});
                             });
  return lessons;
}

// What a lesson is learned to be: what triage decides.
class Teacher {
 public:
  Teacher(const triage::Triage& triage, const text::Vocabulary& vocabulary)
      : triage_(triage), vocabulary_(vocabulary) {}

  bool Escalates(const Conversation& conversation) const {
    std::vector<text::Reading> readings;
    for (const std::string& message : conversation) {
      readings.push_back(text::Read(message, vocabulary_));
    }
    return triage_.Assess(readings, /*explain=*/false).level >= knowledge::v1::LEVEL_URGENT_TODAY;
  }

 private:
  const triage::Triage& triage_;
  const text::Vocabulary& vocabulary_;
};

// What triage decides on each lesson, as sets of numbered features. Features of one message alone
// teach nothing and are left out.
class Decisions {
 public:
  Decisions(const std::vector<Lesson>& lessons, const Teacher& teacher) {
    std::future<std::vector<bool>> escalated = std::async(std::launch::async, [&] {
      std::vector<bool> escalates;
      for (const Lesson& lesson : lessons)
        escalates.push_back(teacher.Escalates(lesson.conversation));
      return escalates;
    });
    std::vector<std::vector<std::string>> found;
    absl::flat_hash_map<std::string, int> uses;
    for (const Lesson& lesson : lessons) {
      found.push_back(answer::OfflineFeatures(lesson.conversation));
      for (const std::string& feature : found.back()) ++uses[feature];
    }
    for (const auto& [feature, count] : uses) {
      if (count >= 2) names_.push_back(feature);
    }
    std::sort(names_.begin(), names_.end());
    for (const std::string& name : names_) {
      numbers_.emplace(name, static_cast<int>(numbers_.size()));
    }
    const std::vector<bool> escalates = escalated.get();
    for (size_t i = 0; i < lessons.size(); ++i) {
      sets_.push_back({NumbersOf(found[i]), escalates[i]});
      is_triage_.push_back(lessons[i].is_triage);
    }
  }

  const std::vector<std::string>& names() const { return names_; }
  const std::vector<LabelledSet>& sets() const { return sets_; }
  bool IsTriage(size_t i) const { return is_triage_[i]; }

 private:
  std::vector<int> NumbersOf(const std::vector<std::string>& features) const {
    std::vector<int> numbers;
    for (const std::string& feature : features) {
      const auto it = numbers_.find(feature);
      if (it != numbers_.end()) numbers.push_back(it->second);
    }
    return numbers;
  }

  absl::flat_hash_map<std::string, int> numbers_;
  std::vector<std::string> names_;
  std::vector<LabelledSet> sets_;
  std::vector<bool> is_triage_;
};

// Whole numbers; all but the weightiest become 0.
Weights Pruned(const std::vector<double>& weights) {
  std::vector<size_t> order(weights.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](size_t a, size_t b) { return std::abs(weights[a]) > std::abs(weights[b]); });
  order.resize(std::min(order.size(), kMostWeights));
  Weights pruned(weights.size(), 0);
  for (const size_t i : order) pruned[i] = static_cast<float>(std::lround(weights[i] * kScale));
  return pruned;
}

// The weights learned from all lessons but every kFolds-th from `left_out` on; from all when -1.
Weights Learn(const Decisions& decisions, int left_out) {
  std::vector<const LabelledSet*> sets;
  for (size_t i = 0; i < decisions.sets().size(); ++i) {
    if (static_cast<int>(i % kFolds) != left_out) sets.push_back(&decisions.sets()[i]);
  }
  return Pruned(Separate(sets, static_cast<int>(decisions.names().size()), kCost));
}

float Score(const Weights& weights, const LabelledSet& set) {
  float score = 0;
  for (const int feature : set.features) score += weights[static_cast<size_t>(feature)];
  return score;
}

// The score that the wanted share of the escalated messages reaches when they were not learned
// from.
int Threshold(const Decisions& decisions, absl::Span<const Weights> by_fold) {
  std::vector<float> scores;
  for (int fold = 0; fold < kFolds; ++fold) {
    const Weights& weights = by_fold[static_cast<size_t>(fold)];
    for (size_t i = static_cast<size_t>(fold); i < decisions.sets().size(); i += kFolds) {
      const LabelledSet& set = decisions.sets()[i];
      if (set.positive && decisions.IsTriage(i)) scores.push_back(Score(weights, set));
    }
  }
  std::sort(scores.begin(), scores.end());
  const auto at = static_cast<size_t>(static_cast<double>(scores.size()) * (1 - kWantedRecall));
  return static_cast<int>(scores[at]);
}

// Each fold must leave sets of both kinds to learn from, and one that sets the threshold.
bool CanLearn(const Decisions& decisions) {
  size_t triage = 0;
  size_t negative = 0;
  for (size_t i = 0; i < decisions.sets().size(); ++i) {
    triage += decisions.sets()[i].positive && decisions.IsTriage(i) ? 1 : 0;
    negative += decisions.sets()[i].positive ? 0 : 1;
  }
  return triage > kFolds && negative > kFolds;
}

}  // namespace

absl::StatusOr<knowledge::v1::Model> TrainOfflineCheck(const knowledge::v1::Pack& authored,
                                                       const triage::Triage& triage,
                                                       const text::Vocabulary& vocabulary) {
  const Decisions decisions(LessonsOf(authored), Teacher(triage, vocabulary));
  if (!CanLearn(decisions)) {
    return absl::FailedPreconditionError("too few messages that triage escalates, or too many");
  }
  knowledge::v1::OfflineCheckModel learned;
  std::vector<Weights> fits = FitSideBySide(kFolds + 1, [&](size_t i) {
    return Learn(decisions, i < kFolds ? static_cast<int>(i) : -1);
  });
  const Weights weights = std::move(fits.back());
  fits.pop_back();
  learned.set_threshold(Threshold(decisions, fits));
  for (size_t i = 0; i < weights.size(); ++i) {
    if (weights[i] == 0) continue;
    learned.add_features(decisions.names()[i]);
    learned.add_weights(static_cast<int>(weights[i]));
  }
  knowledge::v1::Model model;
  model.set_name(answer::kOfflineCheckModel);
  learned.SerializeToString(model.mutable_data());
  return model;
}

}  // namespace charley::curate
