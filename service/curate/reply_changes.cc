#include "service/curate/reply_changes.h"

#include <google/protobuf/util/message_differencer.h>

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/curate/judging.h"
#include "service/curate/question_set.h"

namespace charley::curate {
namespace {

// The reply alone: another pack has another version and may suggest otherwise.
v1::AskResponse WordingOf(const answer::AskOutcome& outcome) {
  v1::AskResponse response = outcome.response;
  response.clear_pack_version();
  response.clear_suggestions();
  return response;
}

// Empty when nothing differs.
std::string ChangedTexts(const answer::AskOutcome& before, const answer::AskOutcome& after) {
  std::string report;
  google::protobuf::util::MessageDifferencer differencer;
  differencer.ReportDifferencesToString(&report);
  differencer.Compare(WordingOf(before), WordingOf(after));
  return report;
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

const char* NameOf(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::kUrgency:
      return "urgency";
    case ChangeKind::kReply:
      return "kind of reply";
    case ChangeKind::kTopic:
      return "topic";
    case ChangeKind::kText:
      return "text";
  }
  return "";
}

int ReplyChanges::Count(ChangeKind kind) const {
  return static_cast<int>(
      std::count_if(changed.begin(), changed.end(),
                    [kind](const ReplyChange& change) { return change.kind == kind; }));
}

ReplyChanges CompareReplies(const answer::Engine& before, const answer::Engine& after,
                            const knowledge::LabelledMessages& messages) {
  ReplyChanges changes;
  for (const auto& message : messages) {
    const v1::AskRequest request = RequestOf(message);
    const answer::AskOutcome old_reply = before.Ask(request);
    const answer::AskOutcome new_reply = after.Ask(request);
    ReplyChange change{&message, ChangeKind::kText, WithUrgency(old_reply), WithUrgency(new_reply),
                       ""};
    if (old_reply.response.urgency() != new_reply.response.urgency()) {
      change.kind = ChangeKind::kUrgency;
    } else if (!SameKind(old_reply, new_reply)) {
      change.kind = ChangeKind::kReply;
    } else if (Summarize(old_reply) != Summarize(new_reply)) {
      change.kind = ChangeKind::kTopic;
    } else {
      change.texts = ChangedTexts(old_reply, new_reply);
      if (change.texts.empty()) continue;
    }
    changes.changed.push_back(std::move(change));
  }
  return changes;
}

}  // namespace charley::curate
