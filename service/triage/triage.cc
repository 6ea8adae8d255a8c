#include "service/triage/triage.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "knowledge/status_macros.h"
#include "service/triage/analysis.h"
#include "service/triage/second_opinion.h"

namespace charley::triage {
namespace {

constexpr char kNoSupport[] = "no support by the second opinion";

std::string TypedWords(const text::Reading& reading, uint32_t begin, uint32_t end) {
  std::string words;
  uint32_t last_source = ~0u;
  for (uint32_t i = begin; i < end; ++i) {
    if (reading.words[i].source == last_source) continue;  // the second part of a joined word
    last_source = reading.words[i].source;
    absl::StrAppend(&words, words.empty() ? "" : " ", reading.Typed(reading.words[i]));
  }
  return words;
}

class PackTriage final : public Triage {
 public:
  PackTriage(std::shared_ptr<const knowledge::v1::Pack> pack,
             std::shared_ptr<const text::Vocabulary> vocabulary, Analyzer analyzer,
             std::unique_ptr<const SecondOpinion> second_opinion)
      : pack_(std::move(pack)),
        vocabulary_(std::move(vocabulary)),
        analyzer_(std::move(analyzer)),
        second_opinion_(std::move(second_opinion)) {}

  Assessment Assess(absl::Span<const text::Reading> conversation, bool explain) const override {
    if (second_opinion_ != nullptr) second_opinion_->Prefetch(conversation);
    const Analysis analysis = analyzer_.Analyze(conversation);
    Assessment assessment;
    Opinion opinion;
    if (second_opinion_ != nullptr) {
      opinion = second_opinion_->Weigh(conversation, analysis);
      assessment.learned_urgency = Chance(opinion.Most());
      assessment.learned_alone = Chance(opinion.Alone());
      assessment.learned_threshold = Chance(second_opinion_->threshold());
      if (explain) assessment.most_urgent_sentence = MostUrgentOf(conversation, opinion);
    }
    for (const RuleHit& hit : analysis.hits) {
      Finding finding;
      finding.rule = &pack_->triage_rules(hit.rule);
      finding.messages_ago = static_cast<int>(conversation.size()) - 1 - hit.message;
      finding.fired = hit.fired && !LacksSupport(analysis, hit, opinion);
      if (explain) AddWords(conversation, hit, finding);
      if (finding.fired) assessment.level = std::max(assessment.level, finding.rule->level());
      assessment.findings.push_back(std::move(finding));
    }
    SortFindings(assessment.findings);
    assessment.asks_in_general = AsksInGeneral(analysis);
    RaiseByLearned(assessment);
    return assessment;
  }

 private:
  static void AddWords(absl::Span<const text::Reading> conversation, const RuleHit& hit,
                       Finding& finding) {
    for (const auto& [message, stated] : hit.mentions) {
      const text::Reading& reading = conversation[static_cast<size_t>(message)];
      finding.matched.push_back(TypedWords(reading, stated.mention.begin, stated.mention.end));
      if (!hit.fired && stated.softened != 0 && stated.cue_end > stated.cue_begin) {
        finding.softened_by = TypedWords(reading, stated.cue_begin, stated.cue_end);
      }
    }
    if (hit.fired && !finding.fired) finding.softened_by = kNoSupport;
  }

  static std::string MostUrgentOf(absl::Span<const text::Reading> conversation,
                                  const Opinion& opinion) {
    if (opinion.of_sentences.empty()) return "";
    const auto most = std::max_element(opinion.of_sentences.begin(), opinion.of_sentences.end());
    const Sentence& sentence =
        opinion.sentences[static_cast<size_t>(most - opinion.of_sentences.begin())];
    return TypedWords(conversation[sentence.message], sentence.begin, sentence.end);
  }

  static void SortFindings(std::vector<Finding>& findings) {
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
      if (a.fired != b.fired) return a.fired;
      return a.rule->level() > b.rule->level();
    });
  }

  // Whether the question mentions what some rule requires, and only in general.
  bool AsksInGeneral(const Analysis& analysis) const {
    if (analysis.messages.empty()) return false;
    const auto& mentions = analysis.messages.back().mentions;
    return std::any_of(mentions.begin(), mentions.end(), [this](const StatedMention& stated) {
      return (stated.softened & kGeneral) != 0 &&
             analyzer_.rules().IsRequired(stated.mention.meaning);
    });
  }

  // Whether a rule needs support by the words around what it requires, and has none. Every mention
  // of that may support it, not only those that met the rule first: a second flag of the same kind
  // must not go unheard behind a weak one.
  bool LacksSupport(const Analysis& analysis, const RuleHit& hit, const Opinion& opinion) const {
    if (!pack_->triage_rules(hit.rule).needs_support() || second_opinion_ == nullptr) return false;
    for (const auto& [message, stated] : hit.mentions) {
      if (Supports(opinion, static_cast<uint32_t>(message), stated.mention)) return false;
    }
    for (uint32_t message = 0; message < analysis.messages.size(); ++message) {
      for (const StatedMention& stated : analysis.messages[message].mentions) {
        if (stated.softened == 0 && analyzer_.rules().Requires(hit.rule, stated.mention.meaning) &&
            Supports(opinion, message, stated.mention)) {
          return false;
        }
      }
    }
    return true;
  }

  bool Supports(const Opinion& opinion, uint32_t message, const Mention& mention) const {
    return opinion.Support(message, mention.begin, mention.end) >= second_opinion_->threshold();
  }

  static void RaiseByLearned(Assessment& assessment) {
    if (assessment.learned_urgency < assessment.learned_threshold ||
        assessment.level >= knowledge::v1::LEVEL_URGENT_TODAY) {
      return;
    }
    assessment.level = knowledge::v1::LEVEL_URGENT_TODAY;
    assessment.raised_by_learned = true;
  }

  const std::shared_ptr<const knowledge::v1::Pack> pack_;
  const std::shared_ptr<const text::Vocabulary> vocabulary_;
  const Analyzer analyzer_;
  const std::unique_ptr<const SecondOpinion> second_opinion_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<const Triage>> Triage::Create(
    std::shared_ptr<const knowledge::v1::Pack> pack,
    std::shared_ptr<const text::Vocabulary> vocabulary) {
  ASSIGN_OR_RETURN(Analyzer analyzer, Analyzer::Create(*pack, *vocabulary));
  ASSIGN_OR_RETURN(auto second_opinion, SecondOpinion::Create(*pack, *vocabulary, analyzer));
  return std::make_unique<const PackTriage>(std::move(pack), std::move(vocabulary),
                                            std::move(analyzer), std::move(second_opinion));
}

}  // namespace charley::triage
