#include "service/triage/rules.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/container/inlined_vector.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "knowledge/status_macros.h"

namespace charley::triage {
namespace {

constexpr int kMostRequirements = 8;    // one bit of a byte each
constexpr uint32_t kNearHindrance = 8;  // words from a rule's mentions to what hinders it
constexpr uint8_t kAllSoftenings = 0xFF;
constexpr size_t kUsualRules = 512;  // of a pack: for more, memory is taken from the heap

absl::StatusOr<std::vector<MeaningId>> Resolve(const knowledge::v1::Pack& pack,
                                               const Lexicon& lexicon, const std::string& rule,
                                               const std::string& id) {
  std::vector<MeaningId> meanings;
  absl::string_view prefix = id;
  if (absl::ConsumeSuffix(&prefix, "*")) {
    for (const auto& lexeme : pack.concepts()) {
      if (absl::StartsWith(lexeme.id(), prefix)) {
        meanings.push_back(lexicon.ConceptMeaning(lexeme.id()));
      }
    }
  } else if (lexicon.ConceptMeaning(id) != kNoMeaning) {
    meanings.push_back(lexicon.ConceptMeaning(id));
  }
  if (meanings.empty()) {
    return absl::InvalidArgumentError(absl::StrCat("triage rule ", rule, " names the concept '", id,
                                                   "', which is not there; correct it"));
  }
  return meanings;
}

}  // namespace

absl::StatusOr<Rules> Rules::Create(const knowledge::v1::Pack& pack, const Lexicon& lexicon) {
  Rules rules;
  rules.postings_.resize(lexicon.meaning_count());
  rules.hindrances_.resize(lexicon.meaning_count());
  rules.places_.resize(lexicon.meaning_count(), false);
  for (const auto& lexeme : pack.concepts()) {
    rules.places_[lexicon.ConceptMeaning(lexeme.id())] = lexeme.place();
  }
  for (int i = 0; i < pack.triage_rules_size(); ++i) {
    const knowledge::v1::TriageRule& written = pack.triage_rules(i);
    if (written.all_of_size() == 0 || written.all_of_size() > kMostRequirements) {
      return absl::InvalidArgumentError(
          absl::StrCat("triage rule ", written.id(), " has ", written.all_of_size(),
                       " requirements; write 1 to ", kMostRequirements));
    }
    Rule rule;
    rule.requirements = static_cast<uint8_t>(written.all_of_size());
    rule.full = static_cast<uint8_t>((1u << rule.requirements) - 1);
    rule.counted = written.ignores_context()
                       ? kAllSoftenings
                       : (written.counts_when_over() ? uint8_t{kOver} : uint8_t{0});
    rule.scope = written.scope();
    rule.within = static_cast<uint32_t>(std::max(0, written.within_words()));
    rules.rules_.push_back(rule);
    for (int r = 0; r < written.all_of_size(); ++r) {
      for (const std::string& id : written.all_of(r).any_of()) {
        ASSIGN_OR_RETURN(const auto meanings, Resolve(pack, lexicon, written.id(), id));
        for (const MeaningId meaning : meanings) {
          rules.postings_[meaning].push_back({static_cast<uint16_t>(i), static_cast<uint8_t>(r)});
        }
      }
    }
    for (const std::string& id : written.unless()) {
      ASSIGN_OR_RETURN(const auto meanings, Resolve(pack, lexicon, written.id(), id));
      for (const MeaningId meaning : meanings) {
        rules.hindrances_[meaning].push_back(static_cast<uint16_t>(i));
      }
    }
  }
  return rules;
}

// Finds the rules that one conversation meets.
class RuleFinder {
 public:
  RuleFinder(const Rules& rules, absl::Span<const text::Reading> conversation,
             absl::Span<const StatedMessage> stated)
      : rules_(rules), conversation_(conversation), stated_(stated) {}

  std::vector<RuleHit> Run() {
    std::vector<RuleHit> hits;
    for (const uint16_t i : CollectMet()) {
      RuleHit hit;
      hit.rule = i;
      const uint8_t counted = rules_.rules_[i].counted;
      hit.fired = Meets(i, counted, hit);
      if (hit.fired || Meets(i, kAllSoftenings, hit)) hits.push_back(std::move(hit));
    }
    return hits;
  }

 private:
  // A mention that meets a requirement of the rule in question.
  struct Candidate {
    uint32_t message;
    const StatedMention* stated;
    uint8_t requirement;
  };

  // The rules of which some mention meets each requirement, in the pack's order.
  std::vector<uint16_t> CollectMet() const {
    std::vector<uint16_t> complete;
    // By rule: a bit for each requirement.
    absl::InlinedVector<uint8_t, kUsualRules> room(rules_.rules_.size(), 0);
    uint8_t* const met = room.data();  // the same, without a check of each index
    for (const StatedMessage& message : stated_) {
      for (const StatedMention& stated : message.mentions) {
        for (const Rules::Posting& posting : rules_.postings_[stated.mention.meaning]) {
          const uint8_t full = rules_.rules_[posting.rule].full;
          if (met[posting.rule] == full) continue;
          met[posting.rule] |= static_cast<uint8_t>(1u << posting.requirement);
          if (met[posting.rule] == full) complete.push_back(posting.rule);
        }
      }
    }
    std::sort(complete.begin(), complete.end());
    return complete;
  }

  bool Meets(size_t index, uint8_t counted, RuleHit& hit) {
    const Rules::Rule& rule = rules_.rules_[index];
    const bool across = rule.scope == knowledge::v1::SCOPE_CONVERSATION;
    candidates_.clear();
    for (uint32_t m = 0; m < stated_.size(); ++m) {
      const size_t before = candidates_.size();
      Collect(index, counted, m);
      if (candidates_.size() == before) continue;
      if (MeetsWithin(rule, index, before, hit)) return true;
      if (!across) candidates_.clear();
    }
    return across && MeetsAcross(rule, hit);
  }

  void Collect(size_t index, uint8_t counted, uint32_t message) {
    for (const StatedMention& stated : stated_[message].mentions) {
      const bool place = rules_.places_[stated.mention.meaning];
      if ((stated.softened & ~counted & (place ? uint8_t{kNotPatient} : kAllSoftenings)) != 0)
        continue;
      for (const Rules::Posting& posting : rules_.postings_[stated.mention.meaning]) {
        if (posting.rule == index) candidates_.push_back({message, &stated, posting.requirement});
      }
    }
  }

  // Looks for a stretch of one message, from candidate `first` on, that meets every requirement.
  bool MeetsWithin(const Rules::Rule& rule, size_t index, size_t first, RuleHit& hit) {
    std::vector<const Candidate*> latest(rule.requirements, nullptr);
    for (size_t i = first; i < candidates_.size(); ++i) {
      latest[candidates_[i].requirement] = &candidates_[i];
      if (std::find(latest.begin(), latest.end(), nullptr) != latest.end()) continue;
      if (!IsClose(rule, latest) || IsHindered(index, latest)) continue;
      Fill(latest, hit);
      return true;
    }
    return false;
  }

  bool IsClose(const Rules::Rule& rule, const std::vector<const Candidate*>& chosen) const {
    uint32_t begin = ~0u;
    uint32_t end = 0;
    for (const Candidate* candidate : chosen) {
      begin = std::min(begin, candidate->stated->mention.begin);
      end = std::max(end, candidate->stated->mention.end);
    }
    if (rule.within != 0 && end - begin > rule.within) return false;
    if (rule.scope != knowledge::v1::SCOPE_SENTENCE) return true;
    const text::Reading& reading = conversation_[chosen.front()->message];
    return reading.Source(reading.words[begin]).sentence ==
           reading.Source(reading.words[end - 1]).sentence;
  }

  bool IsHindered(size_t index, const std::vector<const Candidate*>& chosen) const {
    uint32_t begin = ~0u;
    uint32_t end = 0;
    for (const Candidate* candidate : chosen) {
      begin = std::min(begin, candidate->stated->mention.begin);
      end = std::max(end, candidate->stated->mention.end);
    }
    for (const StatedMention& stated : stated_[chosen.front()->message].mentions) {
      if (stated.mention.end + kNearHindrance < begin) continue;
      if (stated.mention.begin > end + kNearHindrance) break;
      const auto& hindered = rules_.hindrances_[stated.mention.meaning];
      if (std::find(hindered.begin(), hindered.end(), index) != hindered.end()) return true;
    }
    return false;
  }

  bool MeetsAcross(const Rules::Rule& rule, RuleHit& hit) const {
    std::vector<const Candidate*> latest(rule.requirements, nullptr);
    for (const Candidate& candidate : candidates_) latest[candidate.requirement] = &candidate;
    if (std::find(latest.begin(), latest.end(), nullptr) != latest.end()) return false;
    Fill(latest, hit);
    return true;
  }

  static void Fill(const std::vector<const Candidate*>& chosen, RuleHit& hit) {
    hit.mentions.clear();
    hit.message = 0;
    for (const Candidate* candidate : chosen) {
      hit.mentions.emplace_back(static_cast<int>(candidate->message), *candidate->stated);
      hit.message = std::max(hit.message, static_cast<int>(candidate->message));
    }
  }

  const Rules& rules_;
  const absl::Span<const text::Reading> conversation_;
  const absl::Span<const StatedMessage> stated_;
  std::vector<Candidate> candidates_;
};

bool Rules::Requires(int rule, MeaningId meaning) const {
  const std::vector<Posting>& postings = postings_[meaning];
  return std::any_of(postings.begin(), postings.end(),
                     [rule](const Posting& posting) { return posting.rule == rule; });
}

std::vector<RuleHit> Rules::Find(absl::Span<const text::Reading> conversation,
                                 absl::Span<const StatedMessage> stated) const {
  return RuleFinder(*this, conversation, stated).Run();
}

}  // namespace charley::triage
