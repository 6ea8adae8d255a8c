// What a new pack says otherwise than an old one.

#ifndef CHARLEY_SERVICE_CURATE_REPLY_CHANGES_H_
#define CHARLEY_SERVICE_CURATE_REPLY_CHANGES_H_

#include <string>
#include <vector>

#include "knowledge/labelled_messages.h"
#include "service/answer/engine.h"

namespace charley::curate {

// The gravest thing that changed in a reply.
enum class ChangeKind {
  kUrgency,
  kReply,  // an answer became a clarification, and so on
  kTopic,  // another topic answers, or others are offered
  kText,   // the same topic, in other words or with other citations
};

// "urgency", "kind of reply", "topic", "text".
const char* NameOf(ChangeKind kind);

// One message with another reply.
struct ReplyChange {
  const knowledge::v1::LabelledMessage* message = nullptr;  // of the question set
  ChangeKind kind = ChangeKind::kText;
  std::string before;  // the old reply, in a few words
  std::string after;
  std::string texts;  // of kText: which texts were added, deleted or modified, one on a line
};

// All of them.
struct ReplyChanges {
  std::vector<ReplyChange> changed;  // in the order of the question set

  int Count(ChangeKind kind) const;
};

// Asks both engines every message. `messages` must outlive the result.
ReplyChanges CompareReplies(const answer::Engine& before, const answer::Engine& after,
                            const knowledge::LabelledMessages& messages);

}  // namespace charley::curate

#endif  // CHARLEY_SERVICE_CURATE_REPLY_CHANGES_H_
