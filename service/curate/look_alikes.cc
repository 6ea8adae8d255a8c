#include "service/curate/look_alikes.h"

#include <algorithm>
#include <map>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "knowledge/status_macros.h"
#include "service/curate/interval.h"
#include "service/match/feature_space.h"
#include "service/match/one_versus_rest.h"
#include "service/match/targets.h"
#include "service/match/training.h"
#include "service/match/training_set.h"

namespace charley::curate {
namespace {

using match::TrainingMessage;

constexpr size_t kShownExamples = 2;
constexpr match::FeatureKinds kWordsAlone = {true, true, false};

// The pack with nothing to learn from but its topics.
knowledge::v1::Pack TopicsAlone(const knowledge::v1::Pack& pack) {
  knowledge::v1::Pack topics;
  *topics.mutable_topics() = pack.topics();
  return topics;
}

// Messages without their misspelt copies.
std::vector<TrainingMessage> AsWritten(std::vector<TrainingMessage> messages) {
  messages.erase(std::remove_if(messages.begin(), messages.end(),
                                [](const TrainingMessage& message) { return message.misspelt; }),
                 messages.end());
  return messages;
}

class CrossValidation {
 public:
  CrossValidation(const std::vector<TrainingMessage>& messages, int topics)
      : messages_(messages), topics_(static_cast<size_t>(topics)), space_(messages, kWordsAlone) {
    for (const TrainingMessage& message : messages) {
      vectors_.push_back(space_.Vector(message.tokens));
    }
  }

  // The topic that each message is taken for; -1 for those that are always learned from.
  std::vector<int> Run() const {
    std::vector<int> taken(messages_.size(), -1);
    for (int fold = 0; fold < match::kFolds; ++fold) {
      const match::LinearWeights weights = LearnWithout(fold);
      for (size_t i = 0; i < messages_.size(); ++i) {
        if (messages_[i].fold != fold) continue;
        const std::vector<float> scores = match::Decide(weights, vectors_[i]);
        const auto best = std::max_element(scores.begin(), scores.end());
        taken[i] = static_cast<int>(best - scores.begin());
      }
    }
    return taken;
  }

 private:
  match::LinearWeights LearnWithout(int fold) const {
    match::LabelledVectors known;
    for (size_t i = 0; i < messages_.size(); ++i) {
      if (messages_[i].fold == fold) continue;
      known.vectors.push_back(&vectors_[i]);
      known.labels.push_back(messages_[i].label);
    }
    return match::TrainOneVersusRest(known, space_.size(), topics_);
  }

  const std::vector<TrainingMessage>& messages_;
  const size_t topics_;
  const match::FeatureSpace space_;
  std::vector<match::FeatureVector> vectors_;
};

using Confusions = std::map<std::pair<int, int>, std::vector<std::string>>;

Confusions Confuse(const knowledge::v1::Pack& topics, const std::vector<TrainingMessage>& messages,
                   const std::vector<int>& taken) {
  std::vector<std::string> texts;  // of the messages that were asked, in their order
  match::ForEachExample(topics, [&](int, const std::string& text) { texts.push_back(text); });
  Confusions confusions;
  size_t asked = 0;
  for (size_t i = 0; i < messages.size(); ++i) {
    if (taken[i] < 0) continue;
    const std::string& text = texts[asked++];
    const int label = messages[i].label;
    if (taken[i] != label) confusions[std::minmax(label, taken[i])].push_back(text);
  }
  return confusions;
}

double SureShareOf(const LookAlikes& pair) {
  return WilsonInterval(static_cast<double>(pair.taken.size()), pair.questions).low;
}

bool SamePlace(const knowledge::v1::Topic& a, const knowledge::v1::Topic& b) {
  return !a.citations().empty() && !b.citations().empty() &&
         a.citations(0).source_id() == b.citations(0).source_id() &&
         a.citations(0).paragraph() == b.citations(0).paragraph();
}

std::string Shown(const std::vector<std::string>& taken) {
  const size_t count = std::min(taken.size(), kShownExamples);
  return absl::StrJoin(taken.begin(), taken.begin() + static_cast<std::ptrdiff_t>(count), ", ",
                       [](std::string* out, const std::string& example) {
                         absl::StrAppend(out, "'", example, "'");
                       });
}

}  // namespace

absl::StatusOr<std::vector<LookAlikes>> FindLookAlikes(const knowledge::v1::Pack& pack,
                                                       const text::Vocabulary& vocabulary) {
  std::vector<LookAlikes> found;
  if (pack.topics_size() < 2 || pack.topics_size() > match::kMostRankedTopics) return found;
  const knowledge::v1::Pack topics = TopicsAlone(pack);
  ASSIGN_OR_RETURN(std::vector<TrainingMessage> all, match::ReadTrainingSet(topics, vocabulary));
  const std::vector<TrainingMessage> messages = AsWritten(std::move(all));
  const std::vector<int> taken = CrossValidation(messages, topics.topics_size()).Run();
  for (auto& [pair, examples] : Confuse(topics, messages, taken)) {
    LookAlikes alike{pair.first, pair.second, 0, std::move(examples)};
    alike.questions = topics.topics(alike.first).examples_size() +
                      topics.topics(alike.second).examples_size() + 2;
    if (SureShareOf(alike) < kAlikeFrom) continue;
    found.push_back(std::move(alike));
  }
  std::stable_sort(found.begin(), found.end(), [](const LookAlikes& a, const LookAlikes& b) {
    return SureShareOf(a) > SureShareOf(b);
  });
  return found;
}

std::vector<knowledge::Problem> DescribeLookAlikes(const knowledge::v1::Pack& pack,
                                                   const std::vector<LookAlikes>& pairs) {
  std::vector<knowledge::Problem> problems;
  for (const LookAlikes& pair : pairs) {
    const knowledge::v1::Topic& first = pack.topics(pair.first);
    const knowledge::v1::Topic& second = pack.topics(pair.second);
    problems.push_back(
        {knowledge::Severity::kWarning, absl::StrCat("topics ", first.id(), " and ", second.id()),
         absl::StrCat("are hard to tell apart: ", pair.taken.size(), " of ", pair.questions,
                      " questions would be taken for the other, such as ", Shown(pair.taken)),
         SamePlace(first, second)
             ? "word those so that one topic alone fits, or merge the topics: they cite one place"
             : "word those so that one topic alone fits, or move them"});
  }
  return problems;
}

}  // namespace charley::curate
