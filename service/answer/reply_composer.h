// Replies from what triage and matching found.

#ifndef CHARLEY_SERVICE_ANSWER_REPLY_COMPOSER_H_
#define CHARLEY_SERVICE_ANSWER_REPLY_COMPOSER_H_

#include <string>

#include "absl/strings/string_view.h"
#include "charley/knowledge/v1/pack.pb.h"
#include "charley/v1/assistant.pb.h"
#include "service/answer/catalogue.h"
#include "service/answer/citations.h"
#include "service/answer/numbers.h"
#include "service/answer/reply_parts.h"
#include "service/answer/reply_writer.h"
#include "service/answer/suggestions.h"
#include "service/match/matcher.h"
#include "service/text/reading.h"
#include "service/triage/triage.h"

namespace charley::answer {

// The kind of a reply that says "Seek urgent care".
inline constexpr absl::string_view kEscalationKind = "escalation";

// A reply in the bytes of its message.
struct EncodedReply {
  std::string bytes;       // an AskResponse
  absl::string_view kind;  // the name of its field that holds the reply: "escalation", "answer" ...
};

// What a reply replies to.
struct AssessedQuestion {
  const text::Reading& question;
  const triage::Assessment& assessment;
  int region;                          // an index of the pack's regions; -1: unknown
  const v1::Explanation* explanation;  // null: none is wanted
};

// Composes replies in the words of one pack. Refers to the arguments of its constructor, which must
// outlive it. Immutable; thread-safe.
class ReplyComposer {
 public:
  ReplyComposer(const knowledge::v1::Pack& pack, const std::string& version,
                const Citations& citations, const Suggestions& suggestions,
                const Catalogue& catalogue);

  // "Seek urgent care", and nothing beside it.
  EncodedReply Escalate(const AssessedQuestion& asked) const;

  // What `match` found, with suggestions that are not among the topics `answered`.
  EncodedReply Reply(const AssessedQuestion& asked, const match::Match& match,
                     const AnsweredTopics& answered) const;

 private:
  v1::Urgency UrgencyOf(const triage::Assessment& assessment, const match::Match& match) const;
  absl::string_view WriteMatch(const AssessedQuestion& asked, const match::Match& match,
                               ReplyWriter& writer) const;
  v1::Clarification Clarify(const match::Match& match) const;
  void WriteNotCovered(const AssessedQuestion& asked, ReplyWriter& writer) const;
  void WriteSuggestions(const match::Match& match, const AnsweredTopics& answered,
                        ReplyWriter& writer) const;
  const knowledge::v1::SafeCard* CardFor(const text::Reading& question) const;

  const knowledge::v1::Pack& pack_;
  const Citations& citations_;
  const Suggestions& suggestions_;
  const ReplyParts parts_;
};

}  // namespace charley::answer

#endif  // CHARLEY_SERVICE_ANSWER_REPLY_COMPOSER_H_
