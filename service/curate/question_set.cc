#include "service/curate/question_set.h"

#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "knowledge/status_macros.h"

namespace charley::curate {
namespace {

bool IsOneOf(const std::string& label, std::initializer_list<const char*> labels) {
  for (const char* one : labels) {
    if (label == one) return true;
  }
  return false;
}

// What is wrong with a message's labels; empty when nothing is.
std::string LabelProblem(const knowledge::v1::LabelledMessage& message) {
  if (message.expect().empty() && message.kind().empty()) {
    return "has neither 'expect' nor 'kind'";
  }
  if (!IsOneOf(message.expect(), {"", "urgent", "not_urgent", "either"})) {
    return "has an 'expect' that is not urgent, not_urgent or either";
  }
  if (!IsOneOf(message.kind(), {"", "in_scope", "out_of_scope", "chitchat"})) {
    return "has a 'kind' that is not in_scope, out_of_scope or chitchat";
  }
  if (message.kind() == "in_scope" && message.paragraphs().empty()) {
    return "is in scope and has no 'paragraphs'";
  }
  return "";
}

// Adds messages of packs that were not added yet.
class MessageCollector {
 public:
  void Add(const knowledge::v1::Pack& pack) {
    for (const auto& topic : pack.topics()) {
      Add(absl::StrCat("topic ", topic.id(), ", example "), topic.examples());
    }
    for (const auto& rule : pack.triage_rules()) {
      Add(absl::StrCat("triage rule ", rule.id(), ", fires "), rule.fires());
      Add(absl::StrCat("triage rule ", rule.id(), ", near miss "), rule.near_misses());
    }
  }

  knowledge::LabelledMessages Take() && { return std::move(messages_); }

 private:
  void Add(const std::string& place,
           const google::protobuf::RepeatedPtrField<std::string>& questions) {
    for (int i = 0; i < questions.size(); ++i) {
      if (!seen_.insert(questions[i]).second) continue;
      knowledge::v1::LabelledMessage& message = *messages_.Add();
      message.set_id(absl::StrCat(place, i + 1));
      message.set_question(questions[i]);
    }
  }

  std::set<std::string> seen_;
  knowledge::LabelledMessages messages_;
};

}  // namespace

absl::StatusOr<knowledge::LabelledMessages> ReadQuestionSets(
    const std::vector<std::string>& paths) {
  knowledge::LabelledMessages messages;
  for (const std::string& path : paths) {
    const int first = messages.size();
    RETURN_IF_ERROR(knowledge::AppendLabelledMessages(path, messages));
    for (int i = first; i < messages.size(); ++i) {
      const std::string problem = LabelProblem(messages[i]);
      if (problem.empty()) continue;
      return absl::InvalidArgumentError(absl::StrCat(path, ": message ", i - first + 1, " ('",
                                                     messages[i].id(), "') ", problem,
                                                     "; label it as the other messages are"));
    }
  }
  return messages;
}

knowledge::LabelledMessages OwnMessages(const knowledge::v1::Pack& before,
                                        const knowledge::v1::Pack& after) {
  MessageCollector collector;
  collector.Add(before);
  collector.Add(after);
  return std::move(collector).Take();
}

v1::AskRequest RequestOf(const knowledge::v1::LabelledMessage& message) {
  v1::AskRequest request;
  request.set_question(message.question());
  *request.mutable_earlier() = message.earlier();
  return request;
}

}  // namespace charley::curate
