#include "service/curate/evaluation.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "service/curate/question_set.h"

namespace charley::curate {
namespace {

using Message = knowledge::v1::LabelledMessage;

template <typename Visit>
void ForEachTally(MeasuredRate& rate, Visit visit) {
  visit(rate.all);
  for (auto& [name, tally] : rate.by_category) visit(tally);
  for (auto& [name, tally] : rate.by_style) visit(tally);
}

// Adds credits of the same messages.
void Add(const MeasuredRate& other, MeasuredRate& sum) {
  sum.all.credit += other.all.credit;
  for (auto& [name, tally] : sum.by_category) tally.credit += other.by_category.at(name).credit;
  for (auto& [name, tally] : sum.by_style) tally.credit += other.by_style.at(name).credit;
}

class Evaluator {
 public:
  explicit Evaluator(const answer::Engine& engine) : engine_(engine) {}

  void Add(const Message& message) {
    const answer::AskOutcome outcome = engine_.Ask(RequestOf(message));
    if (IsMalformed(outcome)) result_.malformed.push_back(&message);
    for (const Judgement& judgement : Judge(message, outcome, engine_)) {
      Count(message, judgement);
      if (!judgement.wrong) continue;
      Miss miss{&message, judgement.measure, Summarize(outcome), WordsBehind(message)};
      if (judgement.measure == Measure::kInScope) Confuse(miss, outcome);
      result_.misses.push_back(std::move(miss));
    }
  }

  Evaluation Finish() {
    for (const Measure measure : kMeasures) {
      const auto it = rates_.find(measure);
      if (it != rates_.end()) result_.rates.push_back(std::move(it->second));
    }
    return std::move(result_);
  }

 private:
  static void Count(const Judgement& judgement, Tally& tally) {
    tally.credit += judgement.credit;
    ++tally.n;
  }

  void Count(const Message& message, const Judgement& judgement) {
    MeasuredRate& rate = rates_[judgement.measure];
    rate.measure = judgement.measure;
    Count(judgement, rate.all);
    if (!message.category().empty()) Count(judgement, rate.by_category[message.category()]);
    if (!message.style().empty()) Count(judgement, rate.by_style[message.style()]);
  }

  std::vector<std::string> WordsBehind(const Message& message) const {
    v1::AskRequest request = RequestOf(message);
    request.set_explain(true);
    const v1::AskResponse response = engine_.Ask(request).response;
    std::vector<std::string> words;
    for (const v1::RuleExplanation& rule : response.explanation().rules()) {
      if (!response.has_escalation() || !rule.fired()) continue;
      words.insert(words.end(), rule.matched().begin(), rule.matched().end());
    }
    for (const v1::TopicExplanation& topic : response.explanation().topics()) {
      if (topic.topic_id() != response.answer().topic_id()) continue;
      words.insert(words.end(), topic.matched().begin(), topic.matched().end());
    }
    return words;
  }

  void Confuse(const Miss& miss, const answer::AskOutcome& outcome) {
    const std::string cited = outcome.response.has_answer()
                                  ? absl::StrJoin(ScoredParagraphs(outcome.response.answer()), " ")
                                  : miss.reply.substr(0, miss.reply.find(" of "));
    Confusion& confusion = result_.confusions[absl::StrCat(
        absl::StrJoin(miss.message->paragraphs(), " "), " -> ", cited)];
    ++confusion.times;
    for (const std::string& word : miss.words) ++confusion.words[word];
  }

  const answer::Engine& engine_;
  std::map<Measure, MeasuredRate> rates_;
  Evaluation result_;
};

}  // namespace

const MeasuredRate* Evaluation::Find(Measure measure) const {
  for (const MeasuredRate& rate : rates) {
    if (rate.measure == measure) return &rate;
  }
  return nullptr;
}

Evaluation Evaluate(const answer::Engine& engine, const knowledge::LabelledMessages& messages) {
  Evaluator evaluator(engine);
  for (const Message& message : messages) evaluator.Add(message);
  return evaluator.Finish();
}

Evaluation MeanOf(std::vector<Evaluation> evaluations) {
  Evaluation& mean = evaluations.front();
  const auto count = static_cast<double>(evaluations.size());
  for (size_t i = 0; i < mean.rates.size(); ++i) {
    for (size_t other = 1; other < evaluations.size(); ++other) {
      Add(evaluations[other].rates[i], mean.rates[i]);
    }
    ForEachTally(mean.rates[i], [count](Tally& tally) { tally.credit /= count; });
  }
  return std::move(mean);
}

double PointsLost(const MeasuredRate& first, const MeasuredRate& other) {
  const double gained = 100 * (other.all.Rate() - first.all.Rate());
  return first.measure == Measure::kFalseAlarms ? gained : 0 - gained;
}

}  // namespace charley::curate
