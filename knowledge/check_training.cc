// What is learned from must be labelled, and labelled one way.

#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "knowledge/check.h"

namespace charley::knowledge {
namespace {

using Messages = google::protobuf::RepeatedPtrField<v1::LabelledMessage>;

bool IsBlank(const v1::LabelledMessage& message) {
  return absl::StripAsciiWhitespace(message.question()).empty();
}

std::string ConversationOf(const v1::LabelledMessage& message) {
  return absl::StrCat(absl::StrJoin(message.earlier(), "\n"), "\n", message.question());
}

void CheckUrgencyLabels(const Messages& messages, std::vector<Problem>& problems) {
  absl::flat_hash_map<std::string, const v1::LabelledMessage*> seen;
  for (const v1::LabelledMessage& message : messages) {
    const std::string where = absl::StrCat("triage training ", message.id());
    if (message.expect() != "urgent" && message.expect() != "not_urgent") {
      AddError(problems, where, absl::StrCat("expects '", message.expect(), "'"),
               "write urgent or not_urgent");
    }
    const auto [it, added] = seen.try_emplace(ConversationOf(message), &message);
    if (added || it->second->expect() == message.expect()) continue;
    AddError(problems, where, absl::StrCat("is labelled otherwise than ", it->second->id()),
             "decide on one label for the same words");
  }
}

void CheckTopicLabels(const v1::Pack& pack, std::vector<Problem>& problems) {
  absl::flat_hash_set<std::string> topics;
  for (const v1::Topic& topic : pack.topics()) topics.insert(topic.id());
  for (const v1::LabelledMessage& message : pack.conversation_training()) {
    const std::string where = absl::StrCat("conversation training ", message.id());
    for (const std::string& id : message.topics()) {
      if (topics.contains(id)) continue;
      AddError(problems, where, absl::StrCat("names the topic '", id, "', which is not there"),
               "correct it, or drop the message");
    }
  }
}

void CheckQuestions(absl::string_view kind, const Messages& messages,
                    std::vector<Problem>& problems) {
  for (const v1::LabelledMessage& message : messages) {
    if (!IsBlank(message)) continue;
    AddError(problems, absl::StrCat(kind, " ", message.id()), "has no question",
             "write it, or drop the line");
  }
}

}  // namespace

void CheckTraining(const v1::Pack& pack, std::vector<Problem>& problems) {
  CheckQuestions("triage training", pack.triage_training(), problems);
  CheckQuestions("out-of-scope training", pack.out_of_scope_training(), problems);
  CheckQuestions("conversation training", pack.conversation_training(), problems);
  CheckUrgencyLabels(pack.triage_training(), problems);
  CheckTopicLabels(pack, problems);
}

}  // namespace charley::knowledge
