// Triage: how urgent is what a patient writes?

#ifndef CHARLEY_SERVICE_TRIAGE_TRIAGE_H_
#define CHARLEY_SERVICE_TRIAGE_TRIAGE_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "charley/knowledge/v1/pack.pb.h"
#include "service/text/reading.h"
#include "service/text/vocabulary.h"

namespace charley::triage {

// One rule whose words were found.
struct Finding {
  const knowledge::v1::TriageRule* rule = nullptr;  // owned by the pack
  std::vector<std::string> matched;  // the words, as typed after normalisation; when explained
  bool fired = false;                // false: context softened it
  std::string softened_by;  // the cue, for example "no"; empty when it fired; when explained
  int messages_ago = 0;     // 0: the question; 1: the latest earlier message
};

// What triage says of a conversation.
struct Assessment {
  knowledge::v1::Level level = knowledge::v1::LEVEL_SELF_CARE;
  std::vector<Finding>
      findings;  // those that fired first, most urgent first, then in the pack's order
  bool asks_in_general = false;      // asks about a red flag without having it
  double learned_urgency = 0;        // probability of a red flag by the learned second opinion
  double learned_threshold = 1;      // from which it raises the level
  double learned_alone = 0;          // the same of the most urgent sentence, whatever is around it
  std::string most_urgent_sentence;  // its words as typed, after normalisation; when explained
  bool raised_by_learned = false;    // no rule fired at an urgent level, the second opinion did
};

// Reads a conversation for red flags: concepts, their context (after ConText, Harkema 2009), rules,
// and a learned second opinion that only raises above what plain rules say, and sooner where a rule
// that needs support is met. Immutable; thread-safe; no I/O, no locks. Work and memory grow with
// the conversation alone.
class Triage {
 public:
  // Prepares the rules of a pack. INVALID_ARGUMENT names the rule, concept or model that cannot be
  // used and says why.
  static absl::StatusOr<std::unique_ptr<const Triage>> Create(
      std::shared_ptr<const knowledge::v1::Pack> pack,
      std::shared_ptr<const text::Vocabulary> vocabulary);

  virtual ~Triage() = default;

  // Assesses messages, oldest first, of which the last is the question. Patients' words stand in
  // the assessment only when it is to be explained. Total: never fails.
  virtual Assessment Assess(absl::Span<const text::Reading> conversation, bool explain) const = 0;
};

}  // namespace charley::triage

#endif  // CHARLEY_SERVICE_TRIAGE_TRIAGE_H_
