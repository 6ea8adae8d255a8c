#include "service/triage/training.h"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "knowledge/status_macros.h"
#include "service/text/reading.h"
#include "service/text/typos.h"
#include "service/triage/analysis.h"
#include "service/triage/features.h"
#include "service/triage/logistic_regression.h"
#include "service/triage/second_opinion.h"

namespace charley::triage {
namespace {

constexpr int kFolds = 5;
constexpr double kCost = 4.0;
constexpr int kRounds = 2;  // of emphasis on the pack's own examples
constexpr size_t kEmphasis = 3;
// Of the ordinary messages that no rule raises, how many the second opinion may raise.
constexpr double kFalseAlarmBudget = 0.05;

// What every vector of the training is made with.
class TrainingSet {
 public:
  TrainingSet(const knowledge::v1::Pack& pack, const text::Vocabulary& vocabulary,
              const Analyzer& analyzer)
      : pack_(pack),
        vocabulary_(vocabulary),
        analyzer_(analyzer),
        extractor_(pack, vocabulary, analyzer) {}

  void AddLabelled() {
    for (const auto& message : pack_.triage_training()) {
      if (message.expect() != "urgent" && message.expect() != "not_urgent") continue;
      Add(TextsOf(message), message.expect() == "urgent", FoldOf(message));
    }
    labelled_ = vectors_.size();
  }

  // The labelled messages again, each long word misspelt and without concepts and rules: what they
  // teach must outlive a thumb, and the lexicon, whose phrases came from messages such as these,
  // must not be trusted more than it deserves on others.
  void AddMisspelt() {
    for (const auto& message : pack_.triage_training()) {
      if (message.expect() != "urgent" && message.expect() != "not_urgent") continue;
      std::vector<std::string> texts = TextsOf(message);
      for (std::string& text : texts) text = text::WithTypos(text);
      Add(texts, message.expect() == "urgent", FoldOf(message), Kind::kWords);
    }
  }

  void AddExamples() {
    examples_ = vectors_.size();
    for (const auto& rule : pack_.triage_rules()) {
      const bool urgent = rule.level() >= knowledge::v1::LEVEL_URGENT_TODAY;
      if (urgent) {
        for (const std::string& text : rule.fires()) Add({text}, true, NextFold());
      }
      for (const std::string& text : rule.near_misses()) Add({text}, false, NextFold());
    }
    for (const auto& topic : pack_.topics()) {
      for (const std::string& text : topic.examples()) Add({text}, false, NextFold());
    }
    for (const auto& message : pack_.out_of_scope_training()) {
      Add(TextsOf(message), false, NextFold());
    }
    for (const auto& message : pack_.conversation_training()) {
      Add(TextsOf(message), false, NextFold());
    }
    examples_end_ = vectors_.size();
  }

  // Learns once more, three times over, what the pack itself promises and a model gets wrong:
  // rules' examples that it does not raise, and topics' examples that it would support a rule on.
  void Emphasise(const LinearModel& model) {
    const double threshold = static_cast<double>(model.threshold);
    for (size_t i = examples_; i < examples_end_; ++i) {
      const double chance = Probability(model, vectors_[i].features);
      if (vectors_[i].urgent ? chance >= threshold : chance < kSupportShare * threshold) continue;
      const LabelledVector vector = vectors_[i];
      vectors_.insert(vectors_.end(), kEmphasis, vector);
    }
  }

  const std::vector<LabelledVector>& vectors() const { return vectors_; }
  size_t labelled() const { return labelled_; }
  bool RaisedByRule(size_t index) const { return raised_[index]; }

 private:
  enum class Kind { kAll, kWords };

  void Add(const std::vector<std::string>& texts, bool urgent, int fold, Kind kind = Kind::kAll) {
    std::vector<text::Reading> conversation;
    conversation.reserve(texts.size());
    for (const std::string& text : texts) conversation.push_back(text::Read(text, vocabulary_));
    const Analysis analysis = analyzer_.Analyze(conversation);
    LabelledVector vector;
    vector.features = kind == Kind::kAll ? extractor_.Extract(conversation, analysis)
                                         : extractor_.ExtractWords(conversation, analysis);
    Compact(vector.features);
    vector.urgent = urgent;
    vector.fold = fold;
    vectors_.push_back(std::move(vector));
    raised_.push_back(std::any_of(analysis.hits.begin(), analysis.hits.end(), [&](const auto& hit) {
      return hit.fired && pack_.triage_rules(hit.rule).level() >= knowledge::v1::LEVEL_URGENT_TODAY;
    }));
  }

  static std::vector<std::string> TextsOf(const knowledge::v1::LabelledMessage& message) {
    std::vector<std::string> texts(message.earlier().begin(), message.earlier().end());
    texts.push_back(message.question());
    return texts;
  }

  // Messages of one card stay together, so that a voice is judged by others alone.
  static int FoldOf(const knowledge::v1::LabelledMessage& message) {
    uint64_t hash = 1469598103934665603ULL;
    for (const char c : absl::StrCat(message.id().substr(0, 2), message.card())) {
      hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    }
    return static_cast<int>((hash >> 20) % kFolds);
  }

  int NextFold() { return static_cast<int>(next_fold_++ % kFolds); }

  const knowledge::v1::Pack& pack_;
  const text::Vocabulary& vocabulary_;
  const Analyzer& analyzer_;
  const FeatureExtractor extractor_;
  std::vector<LabelledVector> vectors_;
  std::vector<bool> raised_;
  size_t labelled_ = 0;
  size_t examples_ = 0;  // where the pack's own begin, and end
  size_t examples_end_ = 0;
  uint32_t next_fold_ = 0;
};

// The least threshold that keeps to the budget on labelled messages that were left out of the fit.
float FindThreshold(const TrainingSet& set) {
  std::vector<double> ordinary;
  for (int fold = 0; fold < kFolds; ++fold) {
    const LinearModel model{1, Fit(set.vectors(), fold, kCost)};
    for (size_t i = 0; i < set.labelled(); ++i) {
      const LabelledVector& vector = set.vectors()[i];
      if (vector.fold != fold || vector.urgent || set.RaisedByRule(i)) continue;
      ordinary.push_back(Probability(model, vector.features));
    }
  }
  if (ordinary.empty()) return 1;
  std::sort(ordinary.begin(), ordinary.end(), std::greater<>());
  const auto allowed =
      static_cast<size_t>(kFalseAlarmBudget * static_cast<double>(ordinary.size()));
  // Just above the first that must not be raised.
  return static_cast<float>(std::min(1.0, ordinary[std::min(allowed, ordinary.size() - 1)] + 1e-6));
}

}  // namespace

absl::StatusOr<knowledge::v1::Model> TrainSecondOpinion(const knowledge::v1::Pack& pack,
                                                        const text::Vocabulary& vocabulary) {
  ASSIGN_OR_RETURN(const Analyzer analyzer, Analyzer::Create(pack, vocabulary));
  TrainingSet set(pack, vocabulary, analyzer);
  set.AddLabelled();
  if (set.labelled() == 0) {
    return absl::InvalidArgumentError(
        "the pack has no messages labelled 'urgent' or 'not_urgent'; add training/triage/*.jsonl");
  }
  set.AddMisspelt();
  set.AddExamples();
  LinearModel model;
  model.threshold = FindThreshold(set);
  model.weights = Fit(set.vectors(), -1, kCost);
  for (int round = 0; round < kRounds; ++round) {
    set.Emphasise(model);
    model.weights = Fit(set.vectors(), -1, kCost);
  }
  knowledge::v1::Model encoded;
  encoded.set_name(kSecondOpinionModel);
  encoded.set_data(EncodeModel(model));
  return encoded;
}

}  // namespace charley::triage
