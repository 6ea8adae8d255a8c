// What a new pack says otherwise than an old one.

#ifndef CHARLEY_SERVICE_CURATE_REPLY_CHANGES_H_
#define CHARLEY_SERVICE_CURATE_REPLY_CHANGES_H_

#include <string>
#include <vector>

#include "knowledge/labelled_messages.h"
#include "service/answer/engine.h"

namespace charley::curate {

// One message with another reply.
struct ReplyChange {
  const knowledge::v1::LabelledMessage* message = nullptr;  // of the question set
  std::string before;                                       // the old reply, in a few words
  std::string after;
};

// All of them, each counted by the gravest thing that changed.
struct ReplyChanges {
  std::vector<ReplyChange> changed;  // in the order of the question set
  int urgency = 0;
  int kind = 0;   // an answer became a clarification, and so on
  int topic = 0;  // another topic answers, or others are offered
  int text = 0;   // the same topic, in other words or with other citations
};

// Asks both engines every message. `messages` must outlive the result.
ReplyChanges CompareReplies(const answer::Engine& before, const answer::Engine& after,
                            const knowledge::LabelledMessages& messages);

}  // namespace charley::curate

#endif  // CHARLEY_SERVICE_CURATE_REPLY_CHANGES_H_
