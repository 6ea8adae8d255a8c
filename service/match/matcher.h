// Matching: which topic answers a question, if any does?

#ifndef CHARLEY_SERVICE_MATCH_MATCHER_H_
#define CHARLEY_SERVICE_MATCH_MATCHER_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "charley/knowledge/v1/pack.pb.h"
#include "service/text/reading.h"
#include "service/text/vocabulary.h"

namespace charley::match {

// What to do with a question.
enum class Outcome {
  kAnswer,      // `topics[0]`, and the next `more_answers` ones, answer it
  kClarify,     // the first `options` topics are close: ask which
  kNotCovered,  // no topic answers it
  kSmallTalk,   // `small_talk` replies to it
};

// One topic, as a candidate.
struct TopicScore {
  int topic = -1;         // index into Pack.topics
  double confidence = 0;  // calibrated probability that it answers the question
  std::vector<std::string>
      matched;  // words that count towards it, the weightiest first; only when explained
};

// What matching found.
struct Match {
  Outcome outcome = Outcome::kNotCovered;
  // Best first, at most 5. Those of what is not covered answer nothing: a matcher may leave them
  // out unless the match is to be explained.
  std::vector<TopicScore> topics;
  int more_answers = 0;            // further topics that answer other parts of the message
  bool leaves_out = false;         // answers, and the message asks something else, not covered
  int options = 0;                 // topics to choose from, when outcome is kClarify
  int small_talk = -1;             // index into Pack.small_talk
  double coverage = 0;             // calibrated probability that the pack answers the question
  std::vector<std::string> steps;  // what was decided, in words; only when explained
};

// Ranks the topics of a pack for a conversation. Immutable; thread-safe; no I/O, no locks; an
// answer's work grows with the question and with the candidates, not with the pack.
class Matcher {
 public:
  // Builds the index of a pack. INVALID_ARGUMENT says what of the pack or its model cannot be used.
  static absl::StatusOr<std::unique_ptr<const Matcher>> Create(
      std::shared_ptr<const knowledge::v1::Pack> pack,
      std::shared_ptr<const text::Vocabulary> vocabulary);

  virtual ~Matcher() = default;

  // Asks memory for what Find reads of a question, which other work may then be done before.
  virtual void Prefetch(const text::Reading& /*question*/) const {}

  // Matches messages, oldest first, of which the last is the question. A follow-up is read with
  // what came before. Total.
  virtual Match Find(absl::Span<const text::Reading> conversation, bool explain) const = 0;
};

}  // namespace charley::match

#endif  // CHARLEY_SERVICE_MATCH_MATCHER_H_
