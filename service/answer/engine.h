// The whole of Charley without a network: a question in, a reply out.

#ifndef CHARLEY_SERVICE_ANSWER_ENGINE_H_
#define CHARLEY_SERVICE_ANSWER_ENGINE_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/optional.h"
#include "charley/v1/assistant.pb.h"
#include "knowledge/pack_reader.h"
#include "service/answer/catalogue.h"
#include "service/answer/citations.h"
#include "service/answer/numbers.h"
#include "service/answer/reply_composer.h"
#include "service/answer/request_check.h"
#include "service/answer/suggestions.h"
#include "service/match/matcher.h"
#include "service/text/vocabulary.h"
#include "service/triage/triage.h"

namespace charley::answer {

// What a question yields: a reply, or the field that breaks its limit.
struct EncodedOutcome {
  EncodedReply reply;                        // meaningful unless there is a violation
  absl::optional<FieldViolation> violation;  // never set when triage found a red flag
};

// The same with the reply as a message.
struct AskOutcome {
  v1::AskResponse response;                  // meaningful unless there is a violation
  absl::optional<FieldViolation> violation;  // never set when triage found a red flag
};

// An immutable snapshot of one pack: its words, triage, index and texts. Thread-safe; no I/O, no
// locks. A service swaps snapshots to take up a new pack; a question is answered by the snapshot
// that it began with.
class Engine {
 public:
  // Prepares a pack. INVALID_ARGUMENT says what of the pack cannot be used.
  static absl::StatusOr<std::shared_ptr<const Engine>> Create(knowledge::VersionedPack versioned);

  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  // Answers one message. Triage reads the whole conversation first; then limits are checked; then
  // the question is matched. The reply comes as it goes over the wire.
  EncodedOutcome AskEncoded(const v1::AskRequest& request) const;

  // The same, decoded: for who looks into replies.
  AskOutcome Ask(const v1::AskRequest& request) const;

  const Catalogue& catalogue() const { return catalogue_; }
  const knowledge::v1::Pack& pack() const { return *pack_; }
  const std::string& version() const { return version_; }
  const text::Vocabulary& vocabulary() const { return *vocabulary_; }
  const triage::Triage& triage() const { return *triage_; }
  const match::Matcher& matcher() const { return *matcher_; }

 private:
  using Conversation = std::vector<text::Reading>;

  Engine(std::shared_ptr<const knowledge::v1::Pack> pack, std::string version,
         std::shared_ptr<const text::Vocabulary> vocabulary,
         std::unique_ptr<const triage::Triage> triage,
         std::unique_ptr<const match::Matcher> matcher);

  Conversation ReadConversation(const v1::AskRequest& request) const;
  // The topics that the conversation has answered, with those of `match`.
  AnsweredTopics Answered(const Conversation& conversation, const match::Match& match) const;

  const std::shared_ptr<const knowledge::v1::Pack> pack_;
  const std::string version_;
  const std::shared_ptr<const text::Vocabulary> vocabulary_;
  const std::unique_ptr<const triage::Triage> triage_;
  const std::unique_ptr<const match::Matcher> matcher_;
  const Citations citations_;
  const Suggestions suggestions_;
  const Catalogue catalogue_;
  const ReplyComposer composer_;
};

}  // namespace charley::answer

#endif  // CHARLEY_SERVICE_ANSWER_ENGINE_H_
