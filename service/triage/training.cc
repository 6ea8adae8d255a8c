#include "service/triage/training.h"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "knowledge/status_macros.h"
#include "knowledge/topic_examples.h"
#include "service/text/reading.h"
#include "service/text/typos.h"
#include "service/triage/analysis.h"
#include "service/triage/features.h"
#include "service/triage/linear_fit.h"
#include "service/triage/second_opinion.h"

namespace charley::triage {
namespace {

constexpr int kFolds = 5;
constexpr int kNoFold = -1;
constexpr double kCost = 0.5;
constexpr int kRounds = 5;  // of emphasis on the pack's own examples
constexpr int kEmphasis = 3;
// Of the ordinary messages that no rule raises, how many the second opinion may raise.
constexpr double kFalseAlarmBudget = 0.06;
// The most urgent sentence of a red flag is learned by itself when its margin is at least this:
// below that, it takes the whole message to see it.
constexpr double kLeastOfSentence = -0.25;
// Topics' examples that are learned as ordinary messages: more add time and no accuracy.
constexpr size_t kMostTopicExamples = 20000;
constexpr double kJustAbove = 1e-6;
constexpr double kNothing = -50;  // log odds of no words at all

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

using Weights = std::vector<float>;

double LogOddsOf(const Weights& weights, const LabelledVector& vector) {
  double sum = 0;
  for (const Feature& feature : vector.features) {
    sum += static_cast<double>(weights[feature.slot] * feature.value);
  }
  return sum;
}

// Makes weights that give log odds of weights that give margins.
void Apply(const Calibration& calibration, Weights& weights) {
  for (float& weight : weights) weight *= static_cast<float>(calibration.scale);
  weights[kConstantSlot] += static_cast<float>(calibration.shift);
}

// A message to learn from, as a whole and by its sentences.
struct Lesson {
  LabelledVector whole;
  std::vector<LabelledVector> sentences;  // without rules, which are the whole's
  int fold = kNoFold;
  int copies = 1;  // how often it is learned
  bool raised_by_rule = false;
};

// As Opinion::Most.
double MostOf(const Weights& weights, const Lesson& lesson) {
  double most = LogOddsOf(weights, lesson.whole);
  for (const LabelledVector& sentence : lesson.sentences) {
    most = std::max(most, LogOddsOf(weights, sentence) - kAloneHandicap);
  }
  return most;
}

// The most that Opinion::Support could be for any words of a message.
double SupportOf(const Weights& weights, const Lesson& lesson) {
  double most = kNothing;
  for (const LabelledVector& sentence : lesson.sentences) {
    most = std::max(most, LogOddsOf(weights, sentence));
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
      lesson.sentences.push_back(Scaled(sink.features(), sentence.size(), urgent));
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

// Everything that is learned from: labelled messages, the pack's own examples, and misspelt copies
// of both.
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
    knowledge::ForSomeExamples(pack, kMostTopicExamples, [this](const std::string& example) {
      AddExample({example}, false);
    });
    for (const auto& message : pack.out_of_scope_training()) AddExample(TextsOf(message), false);
    for (const auto& message : pack.conversation_training()) AddExample(TextsOf(message), false);
  }

  bool empty() const { return labelled_.empty(); }

  // The weights from every lesson but those of `left_out`. Sentences by themselves are learned as
  // `chooser` tells: all of an ordinary message, the most urgent one of a red flag
  // (multiple-instance learning; Andrews et al. 2003). Without it, only whole messages are.
  Weights Learn(int left_out, const Weights* chooser) const {
    std::vector<const LabelledVector*> vectors;
    for (const std::vector<Lesson>* lessons : {&labelled_, &misspelt_, &examples_}) {
      for (const Lesson& lesson : *lessons) {
        if (left_out != kNoFold && lesson.fold == left_out) continue;
        vectors.insert(vectors.end(), static_cast<size_t>(lesson.copies), &lesson.whole);
        if (chooser != nullptr) AppendSentences(lesson, *chooser, vectors);
      }
    }
    return Fit(vectors, Loss::kSquaredHinge, kCost);
  }

  // What makes log odds of margins, and the least log odds that keep to the budget: on labelled
  // messages left out of the fit.
  struct Judgement {
    Calibration calibration;
    double threshold = 0;
  };
  Judgement CrossValidate(const Weights& chooser) const {
    std::vector<Weights> by_fold;
    for (int fold = 0; fold < kFolds; ++fold) by_fold.push_back(Learn(fold, &chooser));
    std::vector<double> margins;
    std::vector<bool> urgent;
    for (const Lesson& lesson : labelled_) {
      margins.push_back(LogOddsOf(by_fold[static_cast<size_t>(lesson.fold)], lesson.whole));
      urgent.push_back(lesson.whole.urgent);
    }
    Judgement judgement;
    judgement.calibration = Calibrate(margins, urgent);
    for (Weights& weights : by_fold) Apply(judgement.calibration, weights);
    judgement.threshold = FindThreshold(by_fold);
    return judgement;
  }

  // Learns three times more what the pack itself promises and a model gets wrong: rules' examples
  // that it does not raise, and topics' examples that it would support a rule on.
  void Emphasise(const Weights& weights, double threshold) {
    for (Lesson& lesson : examples_) {
      const double most = lesson.whole.urgent
                              ? std::min(MostOf(weights, lesson), SupportOf(weights, lesson))
                              : std::max(MostOf(weights, lesson), SupportOf(weights, lesson));
      const bool holds = lesson.whole.urgent == (most >= threshold);
      if (!holds) lesson.copies += kEmphasis;
    }
  }

 private:
  double FindThreshold(const std::vector<Weights>& by_fold) const {
    std::vector<double> ordinary;
    for (const Lesson& lesson : labelled_) {
      if (lesson.whole.urgent || lesson.raised_by_rule) continue;
      ordinary.push_back(MostOf(by_fold[static_cast<size_t>(lesson.fold)], lesson));
    }
    if (ordinary.empty()) return LogOdds(1);
    std::sort(ordinary.begin(), ordinary.end(), std::greater<>());
    const auto allowed =
        static_cast<size_t>(kFalseAlarmBudget * static_cast<double>(ordinary.size()));
    // Just above the first that must not be raised.
    return ordinary[std::min(allowed, ordinary.size() - 1)] + kJustAbove;
  }

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
    misspelt_.push_back(maker_.MakeMisspelt(texts, urgent));
    examples_.back().fold = misspelt_.back().fold = static_cast<int>(examples_.size() % kFolds);
  }

  static void AppendSentences(const Lesson& lesson, const Weights& chooser,
                              std::vector<const LabelledVector*>& vectors) {
    // One sentence says what the whole does; it is learned only when it was not learned well.
    if (lesson.sentences.empty() || (lesson.sentences.size() == 1 && lesson.copies == 1)) return;
    const auto copies = static_cast<size_t>(lesson.copies);
    if (!lesson.whole.urgent) {
      for (const LabelledVector& sentence : lesson.sentences) {
        vectors.insert(vectors.end(), copies, &sentence);
      }
      return;
    }
    const auto most = std::max_element(lesson.sentences.begin(), lesson.sentences.end(),
                                       [&](const LabelledVector& a, const LabelledVector& b) {
                                         return LogOddsOf(chooser, a) < LogOddsOf(chooser, b);
                                       });
    if (LogOddsOf(chooser, *most) > kLeastOfSentence || lesson.copies > 1) {
      vectors.insert(vectors.end(), copies, &*most);
    }
  }

  const LessonMaker& maker_;
  std::vector<Lesson> labelled_;
  std::vector<Lesson> misspelt_;  // of labelled_ and examples_
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
  const Weights chooser = set.Learn(kNoFold, nullptr);
  const TrainingSet::Judgement judgement = set.CrossValidate(chooser);
  const auto learn = [&] {
    Weights weights = set.Learn(kNoFold, &chooser);
    Apply(judgement.calibration, weights);
    return weights;
  };
  Weights weights = learn();
  for (int round = 0; round < kRounds; ++round) {
    set.Emphasise(weights, judgement.threshold);
    weights = learn();
  }
  knowledge::v1::Model encoded;
  encoded.set_name(kSecondOpinionModel);
  encoded.set_data(EncodeModel(static_cast<float>(Chance(judgement.threshold)), weights));
  return encoded;
}

}  // namespace charley::triage
