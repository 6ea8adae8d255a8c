#include "service/triage/training.h"

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

#include "knowledge/status_macros.h"
#include "service/triage/analysis.h"
#include "service/triage/lessons.h"
#include "service/triage/linear_fit.h"
#include "service/triage/second_opinion.h"

namespace charley::triage {
namespace {

using Weights = knowledge::FittedNumbers;  // by number, as SlotOrder numbers the slots

constexpr double kCost = 0.5;
// Of emphasis on the pack's own examples. One in 20,000 is left then; three rounds more only swap
// it for another.
constexpr int kMostRounds = 2;
constexpr int kEmphasis = 4;
// Of the ordinary messages that no rule raises, how many the second opinion may raise.
constexpr double kFalseAlarmBudget = 0.065;
// The most urgent sentence of a red flag is learned by itself when its margin is at least this:
// below that, it takes the whole message to see it.
constexpr double kLeastOfSentence = -0.25;
constexpr double kJustAbove = 1e-6;
constexpr double kNothing = -50;  // log odds of no words at all

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

// Everything that is learned from: labelled messages, the pack's own examples, and misspelt copies
// of both.
class TrainingSet {
 public:
  explicit TrainingSet(Lessons lessons)
      : lessons_(std::move(lessons)), order_(VectorsOf(lessons_)) {
    for (LabelledVector* vector : VectorsOf(lessons_)) order_.Renumber(*vector);
  }

  bool empty() const { return lessons_.labelled.empty(); }

  // The weights from every lesson but those of `left_out`. Sentences by themselves are learned as
  // `chooser` tells: all of an ordinary message, the most urgent one of a red flag
  // (multiple-instance learning; Andrews et al. 2003). Without it, only whole messages are.
  Weights Learn(int left_out, const Weights* chooser) const {
    std::vector<const LabelledVector*> vectors;
    for (const std::vector<Lesson>* lessons :
         {&lessons_.labelled, &lessons_.misspelt, &lessons_.examples}) {
      for (const Lesson& lesson : *lessons) {
        if (left_out != kNoFold && lesson.fold == left_out) continue;
        vectors.insert(vectors.end(), static_cast<size_t>(lesson.copies), &lesson.whole);
        if (chooser != nullptr) AppendSentences(lesson, *chooser, vectors);
      }
    }
    return Fit(vectors, order_.size(), Loss::kSquaredHinge, kCost);
  }

  std::vector<float> BySlot(const Weights& weights) const { return order_.BySlot(weights); }

  // What makes log odds of margins, and the least log odds that keep to the budget.
  struct Judgement {
    Calibration calibration;
    double threshold = 0;
  };
  // Judges the weights of each fold by the labelled messages that they were not learned from.
  Judgement CrossValidate(std::vector<Weights> by_fold) const {
    std::vector<double> margins;
    std::vector<bool> urgent;
    for (const Lesson& lesson : lessons_.labelled) {
      margins.push_back(LogOddsOf(by_fold[static_cast<size_t>(lesson.fold)], lesson.whole));
      urgent.push_back(lesson.whole.urgent);
    }
    Judgement judgement;
    judgement.calibration = Calibrate(margins, urgent);
    for (Weights& weights : by_fold) Apply(judgement.calibration, weights);
    judgement.threshold = FindThreshold(by_fold);
    return judgement;
  }

  // Learns kEmphasis times as often what the pack itself promises and a model gets wrong: rules'
  // examples that it does not raise, and topics' examples that it would support a rule on. False
  // when it gets nothing wrong.
  bool Emphasise(const Weights& weights, double threshold) {
    bool emphasised = false;
    for (Lesson& lesson : lessons_.examples) {
      const double most = lesson.whole.urgent
                              ? std::min(MostOf(weights, lesson), SupportOf(weights, lesson))
                              : std::max(MostOf(weights, lesson), SupportOf(weights, lesson));
      const bool holds = lesson.whole.urgent == (most >= threshold);
      if (holds) continue;
      lesson.copies *= kEmphasis;
      emphasised = true;
    }
    return emphasised;
  }

 private:
  static std::vector<LabelledVector*> VectorsOf(Lessons& lessons) {
    std::vector<LabelledVector*> vectors;
    for (std::vector<Lesson>* part : {&lessons.labelled, &lessons.misspelt, &lessons.examples}) {
      for (Lesson& lesson : *part) {
        vectors.push_back(&lesson.whole);
        for (LabelledVector& sentence : lesson.sentences) vectors.push_back(&sentence);
      }
    }
    return vectors;
  }

  double FindThreshold(const std::vector<Weights>& by_fold) const {
    std::vector<double> ordinary;
    for (const Lesson& lesson : lessons_.labelled) {
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

  Lessons lessons_;  // of numbers in place of slots
  const SlotOrder order_;
};

}  // namespace

absl::StatusOr<knowledge::v1::Model> TrainSecondOpinion(const knowledge::v1::Pack& pack,
                                                        const text::Vocabulary& vocabulary,
                                                        knowledge::RunFits run_fits) {
  ASSIGN_OR_RETURN(const Analyzer analyzer, Analyzer::Create(pack, vocabulary));
  TrainingSet set(LessonsOf(pack, vocabulary, analyzer));
  if (set.empty()) {
    return absl::InvalidArgumentError(
        "the pack has no messages labelled 'urgent' or 'not_urgent'; add training/triage/*.jsonl");
  }
  const Weights chooser = set.Learn(kNoFold, nullptr);
  std::vector<Weights> fitted = run_fits(kFolds + 1, [&](size_t i) {
    return set.Learn(i < kFolds ? static_cast<int>(i) : kNoFold, &chooser);
  });
  Weights weights = std::move(fitted.back());
  fitted.pop_back();
  const TrainingSet::Judgement judgement = set.CrossValidate(std::move(fitted));
  Apply(judgement.calibration, weights);
  for (int round = 0; round < kMostRounds; ++round) {
    if (!set.Emphasise(weights, judgement.threshold)) break;
    weights = set.Learn(kNoFold, &chooser);
    Apply(judgement.calibration, weights);
  }
  knowledge::v1::Model encoded;
  encoded.set_name(kSecondOpinionModel);
  encoded.set_data(
      EncodeModel(static_cast<float>(Chance(judgement.threshold)), set.BySlot(weights)));
  return encoded;
}

}  // namespace charley::triage
