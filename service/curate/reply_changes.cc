#include "service/curate/reply_changes.h"

#include "absl/strings/str_cat.h"
#include "service/curate/judging.h"
#include "service/curate/question_set.h"

namespace charley::curate {
namespace {

// The reply alone: another pack has another version and may suggest otherwise.
std::string Wording(const answer::AskOutcome& outcome) {
  v1::AskResponse response = outcome.response;
  response.clear_pack_version();
  response.clear_suggestions();
  return response.SerializeAsString();
}

std::string WithUrgency(const answer::AskOutcome& outcome) {
  if (outcome.response.has_escalation()) return Summarize(outcome);
  return absl::StrCat(Summarize(outcome), " (", NameOf(outcome.response.urgency()), ")");
}

bool SameKind(const answer::AskOutcome& before, const answer::AskOutcome& after) {
  return before.violation.has_value() == after.violation.has_value() &&
         before.response.reply_case() == after.response.reply_case();
}

}  // namespace

ReplyChanges CompareReplies(const answer::Engine& before, const answer::Engine& after,
                            const knowledge::LabelledMessages& messages) {
  ReplyChanges changes;
  for (const auto& message : messages) {
    const v1::AskRequest request = RequestOf(message);
    const answer::AskOutcome old_reply = before.Ask(request);
    const answer::AskOutcome new_reply = after.Ask(request);
    if (old_reply.response.urgency() != new_reply.response.urgency()) {
      ++changes.urgency;
    } else if (!SameKind(old_reply, new_reply)) {
      ++changes.kind;
    } else if (Summarize(old_reply) != Summarize(new_reply)) {
      ++changes.topic;
    } else if (Wording(old_reply) != Wording(new_reply)) {
      ++changes.text;
    } else {
      continue;
    }
    changes.changed.push_back({&message, WithUrgency(old_reply), WithUrgency(new_reply)});
  }
  return changes;
}

}  // namespace charley::curate
