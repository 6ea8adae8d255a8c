#include "service/curate/own_corpus.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "service/curate/judging.h"
#include "service/text/reading.h"

namespace charley::curate {
namespace {

using knowledge::Severity;

bool Finds(const v1::AskResponse& response, const std::string& topic_id) {
  const auto is_topic = [&](const auto& part) { return part.topic_id() == topic_id; };
  const auto& options = response.clarification().options();
  const auto& more = response.more_answers();
  return response.answer().topic_id() == topic_id ||
         std::any_of(more.begin(), more.end(), is_topic) ||
         std::any_of(options.begin(), options.end(), is_topic);
}

class Trial {
 public:
  explicit Trial(const answer::Engine& engine) : engine_(engine) {}

  CorpusTrial Run() {
    for (const auto& topic : engine_.pack().topics()) {
      for (const std::string& example : topic.examples()) TryExample(topic, example);
    }
    if (result_.found < kLowestFoundShare * result_.examples) {
      Add(Severity::kError, "examples",
          absl::StrFormat("find their topic in %d of %d cases", result_.found, result_.examples),
          absl::StrFormat("at least %.0f %% must", 100 * kLowestFoundShare));
    }
    for (const auto& rule : engine_.pack().triage_rules()) TryRule(rule);
    return std::move(result_);
  }

 private:
  void TryExample(const knowledge::v1::Topic& topic, const std::string& example) {
    v1::AskRequest request;
    request.set_question(example);
    const answer::AskOutcome outcome = engine_.Ask(request);
    ++result_.examples;
    if (Finds(outcome.response, topic.id())) {
      ++result_.found;
      return;
    }
    const bool other_topic = outcome.response.has_answer() || outcome.response.has_clarification();
    Add(other_topic ? Severity::kWarning : Severity::kError, absl::StrCat("topic ", topic.id()),
        absl::StrCat("the example '", example, "' gets ", Summarize(outcome)),
        "word it nearer to its topic, or move it");
  }

  void TryRule(const knowledge::v1::TriageRule& rule) {
    const std::string where = absl::StrCat("triage rule ", rule.id());
    for (const std::string& message : rule.fires()) {
      ++result_.fires;
      if (Fires(message, rule, /*or_higher=*/true)) continue;
      Add(Severity::kError, where, absl::StrCat("does not fire on '", message, "'"),
          "add the words to a concept of the rule");
    }
    for (const std::string& message : rule.near_misses()) {
      ++result_.near_misses;
      if (!Fires(message, rule, /*or_higher=*/false)) continue;
      Add(Severity::kError, where, absl::StrCat("fires on its near miss '", message, "'"),
          "narrow a concept, or add an exception");
    }
  }

  bool Fires(const std::string& message, const knowledge::v1::TriageRule& rule,
             bool or_higher) const {
    const std::vector<text::Reading> conversation = {text::Read(message, engine_.vocabulary())};
    const triage::Assessment assessment = engine_.triage().Assess(conversation, /*explain=*/true);
    return std::any_of(assessment.findings.begin(), assessment.findings.end(),
                       [&](const triage::Finding& finding) {
                         return finding.fired &&
                                (finding.rule->id() == rule.id() ||
                                 (or_higher && finding.rule->level() > rule.level()));
                       });
  }

  void Add(Severity severity, std::string where, std::string what, std::string remedy) {
    result_.problems.push_back({severity, std::move(where), std::move(what), std::move(remedy)});
  }

  const answer::Engine& engine_;
  CorpusTrial result_;
};

}  // namespace

CorpusTrial TryOwnCorpus(const answer::Engine& engine) { return Trial(engine).Run(); }

}  // namespace charley::curate
