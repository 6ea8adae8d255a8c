// Which rules fire on a conversation's mentions.

#ifndef CHARLEY_SERVICE_TRIAGE_RULES_H_
#define CHARLEY_SERVICE_TRIAGE_RULES_H_

#include <cstdint>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "charley/knowledge/v1/pack.pb.h"
#include "service/text/reading.h"
#include "service/triage/context.h"
#include "service/triage/lexicon.h"

namespace charley::triage {

// A rule whose requirements are met.
struct RuleHit {
  int rule = -1;       // index into Pack.triage_rules
  bool fired = false;  // false: met only when context is passed over
  int message = 0;     // of the last mention that it needs; index into the conversation
  std::vector<std::pair<int, StatedMention>> mentions;  // message and mention, one a requirement
};

// The rules of a pack, indexed by concept. Immutable; thread-safe.
class Rules {
 public:
  // INVALID_ARGUMENT names the rule and what it names that is not there.
  static absl::StatusOr<Rules> Create(const knowledge::v1::Pack& pack, const Lexicon& lexicon);

  // Every rule that is met, in the pack's order. Work grows with the mentions, not with the rules,
  // but for one byte a rule.
  std::vector<RuleHit> Find(absl::Span<const text::Reading> conversation,
                            absl::Span<const StatedMessage> stated) const;

  // Whether some rule requires a concept.
  bool IsRequired(MeaningId meaning) const { return !postings_[meaning].empty(); }
  // Whether this rule does; an index into Pack.triage_rules.
  bool Requires(int rule, MeaningId meaning) const;

 private:
  friend class RuleFinder;

  struct Posting {
    uint16_t rule;
    uint8_t requirement;
  };
  struct Rule {
    uint8_t requirements = 0;
    uint8_t full = 0;     // a bit for each requirement
    uint8_t counted = 0;  // bits of Softening that it passes over
    knowledge::v1::Scope scope = knowledge::v1::SCOPE_MESSAGE;
    uint32_t within = 0;
  };

  std::vector<Rule> rules_;
  std::vector<bool> places_;                       // by meaning: context cannot negate it
  std::vector<std::vector<Posting>> postings_;     // by meaning
  std::vector<std::vector<uint16_t>> hindrances_;  // by meaning: rules that must not meet it
};

}  // namespace charley::triage

#endif  // CHARLEY_SERVICE_TRIAGE_RULES_H_
