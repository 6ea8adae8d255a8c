#include "service/curate/question_set.h"

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

v1::AskRequest RequestOf(const knowledge::v1::LabelledMessage& message) {
  v1::AskRequest request;
  request.set_question(message.question());
  *request.mutable_earlier() = message.earlier();
  return request;
}

}  // namespace charley::curate
