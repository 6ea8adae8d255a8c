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
constexpr int kNoFold = -1;
constexpr double kCost = 4.0;
constexpr int kRounds = 2;  // of emphasis on the pack's own examples
constexpr int kEmphasis = 3;
// Of the ordinary messages that no rule raises, how many the second opinion may raise.
constexpr double kFalseAlarmBudget = 0.05;
// The most urgent sentence of a red flag is learned by itself when it seems at least this urgent:
// below that, it takes the whole message to see it.
constexpr double kLeastOfSentence = -1;

// Collects features as one vector.
class VectorSink final : public FeatureSink {
 public:
  void Add(uint32_t slot, float value) override { features_.push_back({slot, value}); }
  void AddLetters(text::WordId, absl::string_view form) override {
    slots_.clear();
    AppendLetterSlots(form, slots_);
    for (const uint32_t slot : slots_) features_.push_back({slot, kLetterValue});
  }
  const std::vector<Feature>& features() const { return features_; }

 private:
  std::vector<Feature> features_;
  std::vector<uint32_t> slots_;
};

LabelledVector Scaled(std::vector<Feature> features, size_t words, bool urgent) {
  const float scale = ScaleOf(words);
  for (Feature& feature : features) feature.value *= scale;
  features.push_back({kConstantSlot, 1});
  Compact(features);
  return {std::move(features), urgent};
}

double LogOddsOf(const std::vector<float>& weights, const LabelledVector& vector) {
  double sum = 0;
  for (const Feature& feature : vector.features) {
    sum += static_cast<double>(weights[feature.slot] * feature.value);
  }
  return sum;
}

// A message to learn from, as a whole and by its sentences.
struct Lesson {
  LabelledVector whole;
  std::vector<LabelledVector> sentences;  // none when it has but one
  int fold = kNoFold;
  int copies = 1;  // how often it is learned
  bool raised_by_rule = false;
};

// As Opinion::Most.
double MostOf(const std::vector<float>& weights, const Lesson& lesson) {
  double most = LogOddsOf(weights, lesson.whole);
  for (const LabelledVector& sentence : lesson.sentences) {
    most = std::max(most, LogOddsOf(weights, sentence) - kAloneHandicap);
  }
  return most;
}

// Makes lessons of messages.
class LessonMaker {
 public:
  LessonMaker(const knowledge::v1::Pack& pack, const text::Vocabulary& vocabulary,
              const Analyzer& analyzer)
      : pack_(pack),
        vocabulary_(vocabulary),
        analyzer_(analyzer),
        extractor_(pack, vocabulary, analyzer) {}

  Lesson Make(const std::vector<std::string>& texts, bool urgent) const {
    const auto conversation = Read(texts);
    const Analysis analysis = analyzer_.Analyze(conversation);
    Lesson lesson;
    VectorSink all;
    size_t words = 0;
    const std::vector<Sentence> sentences = SentencesOf(conversation);
    for (const Sentence& sentence : sentences) {
      VectorSink sink;
      const StatedMessage& stated = analysis.messages[sentence.message];
      extractor_.VisitWords(conversation[sentence.message], stated, sentence, sink);
      extractor_.VisitConcepts(stated, sentence, sink);
      for (const Feature& feature : sink.features()) all.Add(feature.slot, feature.value);
      words += sentence.size();
      if (sentences.size() > 1) {
        lesson.sentences.push_back(Scaled(sink.features(), sentence.size(), urgent));
      }
    }
    extractor_.VisitRules(analysis, all);
    lesson.whole = Scaled(all.features(), words, urgent);
    lesson.raised_by_rule =
        std::any_of(analysis.hits.begin(), analysis.hits.end(), [&](const RuleHit& hit) {
          return hit.fired &&
                 pack_.triage_rules(hit.rule).level() >= knowledge::v1::LEVEL_URGENT_TODAY;
        });
    return lesson;
  }

  // The words alone, each long one misspelt: what they teach must outlive a thumb, and the lexicon,
  // whose phrases came from messages such as these, must not be trusted more than it deserves.
  Lesson MakeMisspelt(std::vector<std::string> texts, bool urgent) const {
    for (std::string& text : texts) text = text::WithTypos(text);
    const auto conversation = Read(texts);
    const Analysis analysis = analyzer_.Analyze(conversation);
    VectorSink sink;
    size_t words = 0;
    for (const Sentence& sentence : SentencesOf(conversation)) {
      extractor_.VisitWords(conversation[sentence.message], analysis.messages[sentence.message],
                            sentence, sink);
      words += sentence.size();
    }
    Lesson lesson;
    lesson.whole = Scaled(sink.features(), words, urgent);
    return lesson;
  }

 private:
  std::vector<text::Reading> Read(const std::vector<std::string>& texts) const {
    std::vector<text::Reading> conversation;
    conversation.reserve(texts.size());
    for (const std::string& text : texts) conversation.push_back(text::Read(text, vocabulary_));
    return conversation;
  }

  const knowledge::v1::Pack& pack_;
  const text::Vocabulary& vocabulary_;
  const Analyzer& analyzer_;
  const FeatureExtractor extractor_;
};

std::vector<std::string> TextsOf(const knowledge::v1::LabelledMessage& message) {
  std::vector<std::string> texts(message.earlier().begin(), message.earlier().end());
  texts.push_back(message.question());
  return texts;
}

// Messages of one card stay together, so that a voice is judged by others alone.
int FoldOf(const knowledge::v1::LabelledMessage& message) {
  uint64_t hash = 1469598103934665603ULL;
  for (const char c : absl::StrCat(message.id().substr(0, 2), message.card())) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  }
  return static_cast<int>((hash >> 20) % kFolds);
}

// Everything that is learned from: labelled messages, their misspelt copies, the pack's own
// examples.
class TrainingSet {
 public:
  TrainingSet(const knowledge::v1::Pack& pack, const LessonMaker& maker) : maker_(maker) {
    for (const auto& message : pack.triage_training()) {
      if (message.expect() != "urgent" && message.expect() != "not_urgent") continue;
      AddLabelled(message);
    }
    for (const auto& rule : pack.triage_rules()) {
      if (rule.level() >= knowledge::v1::LEVEL_URGENT_TODAY) AddAll(rule.fires(), true);
      AddAll(rule.near_misses(), false);
    }
    for (const auto& topic : pack.topics()) AddAll(topic.examples(), false);
    for (const auto& message : pack.out_of_scope_training()) AddExample(TextsOf(message), false);
    for (const auto& message : pack.conversation_training()) AddExample(TextsOf(message), false);
  }

  bool empty() const { return labelled_.empty(); }

  // The weights from every lesson but those of `left_out`. Sentences by themselves are learned as
  // `chooser` tells: all of an ordinary message, the most urgent one of a red flag
  // (multiple-instance learning; Andrews et al. 2003). Without it, only whole messages are.
  std::vector<float> Learn(int left_out, const std::vector<float>* chooser) const {
    std::vector<const LabelledVector*> vectors;
    for (const std::vector<Lesson>* lessons : {&labelled_, &misspelt_, &examples_}) {
      for (const Lesson& lesson : *lessons) {
        if (left_out != kNoFold && lesson.fold == left_out) continue;
        vectors.insert(vectors.end(), static_cast<size_t>(lesson.copies), &lesson.whole);
        if (chooser != nullptr) AppendSentences(lesson, *chooser, vectors);
      }
    }
    return Fit(vectors, kCost);
  }

  // The least chance that keeps to the budget on labelled messages left out of the fit.
  double FindThreshold(const std::vector<float>& chooser) const {
    std::vector<double> ordinary;
    for (int fold = 0; fold < kFolds; ++fold) {
      const std::vector<float> weights = Learn(fold, &chooser);
      for (const Lesson& lesson : labelled_) {
        if (lesson.fold != fold || lesson.whole.urgent || lesson.raised_by_rule) continue;
        ordinary.push_back(MostOf(weights, lesson));
      }
    }
    if (ordinary.empty()) return 1;
    std::sort(ordinary.begin(), ordinary.end(), std::greater<>());
    const auto allowed =
        static_cast<size_t>(kFalseAlarmBudget * static_cast<double>(ordinary.size()));
    // Just above the first that must not be raised.
    return std::min(1.0, Chance(ordinary[std::min(allowed, ordinary.size() - 1)]) + 1e-6);
  }

  // Learns three times more what the pack itself promises and a model gets wrong: rules' examples
  // that it does not raise, and topics' examples that it would support a rule on.
  void Emphasise(const std::vector<float>& weights, double threshold) {
    for (Lesson& lesson : examples_) {
      const double most = MostOf(weights, lesson);
      const bool holds =
          lesson.whole.urgent ? most >= threshold : most < threshold - kSupportMargin;
      if (!holds) lesson.copies += kEmphasis;
    }
  }

 private:
  void AddLabelled(const knowledge::v1::LabelledMessage& message) {
    const bool urgent = message.expect() == "urgent";
    labelled_.push_back(maker_.Make(TextsOf(message), urgent));
    misspelt_.push_back(maker_.MakeMisspelt(TextsOf(message), urgent));
    labelled_.back().fold = misspelt_.back().fold = FoldOf(message);
  }

  template <typename Texts>
  void AddAll(const Texts& texts, bool urgent) {
    for (const std::string& text : texts) AddExample({text}, urgent);
  }

  void AddExample(const std::vector<std::string>& texts, bool urgent) {
    examples_.push_back(maker_.Make(texts, urgent));
    examples_.back().fold = static_cast<int>(examples_.size() % kFolds);
  }

  static void AppendSentences(const Lesson& lesson, const std::vector<float>& chooser,
                              std::vector<const LabelledVector*>& vectors) {
    if (lesson.sentences.empty()) return;
    if (!lesson.whole.urgent) {
      for (const LabelledVector& sentence : lesson.sentences) vectors.push_back(&sentence);
      return;
    }
    const auto most = std::max_element(lesson.sentences.begin(), lesson.sentences.end(),
                                       [&](const LabelledVector& a, const LabelledVector& b) {
                                         return LogOddsOf(chooser, a) < LogOddsOf(chooser, b);
                                       });
    if (LogOddsOf(chooser, *most) > kLeastOfSentence) vectors.push_back(&*most);
  }

  const LessonMaker& maker_;
  std::vector<Lesson> labelled_;
  std::vector<Lesson> misspelt_;  // of labelled_, in its order
  std::vector<Lesson> examples_;
};

}  // namespace

absl::StatusOr<knowledge::v1::Model> TrainSecondOpinion(const knowledge::v1::Pack& pack,
                                                        const text::Vocabulary& vocabulary) {
  ASSIGN_OR_RETURN(const Analyzer analyzer, Analyzer::Create(pack, vocabulary));
  const LessonMaker maker(pack, vocabulary, analyzer);
  TrainingSet set(pack, maker);
  if (set.empty()) {
    return absl::InvalidArgumentError(
        "the pack has no messages labelled 'urgent' or 'not_urgent'; add training/triage/*.jsonl");
  }
  const std::vector<float> chooser = set.Learn(kNoFold, nullptr);
  LinearModel model;
  model.threshold = static_cast<float>(set.FindThreshold(chooser));
  model.weights = set.Learn(kNoFold, &chooser);
  for (int round = 0; round < kRounds; ++round) {
    set.Emphasise(model.weights, LogOdds(static_cast<double>(model.threshold)));
    model.weights = set.Learn(kNoFold, &chooser);
  }
  knowledge::v1::Model encoded;
  encoded.set_name(kSecondOpinionModel);
  encoded.set_data(EncodeModel(model));
  return encoded;
}

}  // namespace charley::triage
