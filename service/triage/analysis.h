// What the rules see of a conversation: the common ground of Assess and of the second opinion.

#ifndef CHARLEY_SERVICE_TRIAGE_ANALYSIS_H_
#define CHARLEY_SERVICE_TRIAGE_ANALYSIS_H_

#include <memory>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "charley/knowledge/v1/pack.pb.h"
#include "service/text/reading.h"
#include "service/text/vocabulary.h"
#include "service/triage/context.h"
#include "service/triage/lexicon.h"
#include "service/triage/rules.h"

namespace charley::triage {

// Mentions in their context, and the rules that they meet.
struct Analysis {
  std::vector<StatedMessage> messages;  // one for each message of the conversation
  std::vector<RuleHit> hits;            // in the pack's order
};

// The lexicon and the rules of a pack. Immutable; thread-safe.
class Analyzer {
 public:
  // INVALID_ARGUMENT names the concept, cue or rule that cannot be used.
  static absl::StatusOr<Analyzer> Create(const knowledge::v1::Pack& pack,
                                         const text::Vocabulary& vocabulary);

  // Reads a conversation, oldest message first.
  Analysis Analyze(absl::Span<const text::Reading> conversation) const;

  const Lexicon& lexicon() const { return lexicon_; }
  const Rules& rules() const { return rules_; }

 private:
  Analyzer(Lexicon lexicon, Rules rules) : lexicon_(std::move(lexicon)), rules_(std::move(rules)) {}

  Lexicon lexicon_;
  Rules rules_;
};

}  // namespace charley::triage

#endif  // CHARLEY_SERVICE_TRIAGE_ANALYSIS_H_
