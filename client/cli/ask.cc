#include "client/cli/ask.h"

#include <iterator>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_join.h"
#include "client/cli/exit_code.h"
#include "client/cli/reply.h"
#include "client/cli/utf8.h"

namespace charley::cli {
namespace {

// One line from a person, everything from a pipe.
std::string ReadQuestion(Console& console) {
  std::string question;
  if (console.terminal.input) {
    console.err << "Your question: " << std::flush;
    std::getline(console.in, question);
  } else {
    question.assign(std::istreambuf_iterator<char>(console.in), {});
  }
  return question;
}

std::string Question(Session& session) {
  const std::vector<std::string>& words = session.options().words;
  const bool from_input = words.empty() || (words.size() == 1 && words[0] == "-");
  const std::string question =
      from_input ? ReadQuestion(session.console()) : absl::StrJoin(words, " ");
  return RepairUtf8(absl::StripAsciiWhitespace(question));
}

int ExitCode(Outcome outcome, const Options& options) {
  if (outcome == Outcome::kUnreadable) return kExitRpcBase + grpc::StatusCode::UNIMPLEMENTED;
  if (!options.exit_code) return kExitAnswered;
  if (outcome == Outcome::kEscalated) return kExitEscalated;
  return outcome == Outcome::kNotCovered ? kExitNotCovered : kExitAnswered;
}

// Which region's number was shown, where the reader did not choose it; beside an answer nobody
// needs to hear that none is known.
std::string Note(const Region& region, Outcome outcome) {
  return region.code.empty() && outcome != Outcome::kEscalated ? "" : RegionNote(region);
}

void Show(const v1::AskResponse& response, Session& session) {
  Page page = session.NewPage();
  RenderReply(response, SourceDetail::kFull, page);
  const std::string note = Note(session.region(), OutcomeOf(response));
  if (!note.empty()) {
    page.Gap();
    page.Paragraph(note);
  }
  session.Write(page);
}

}  // namespace

int Ask(Session& session) {
  v1::AskRequest request = session.NewRequest();
  request.set_question(Question(session));
  if (request.question().empty()) {
    return session.Fail(kExitUsage, "the question is empty; give it as charley ask \"…\"");
  }
  v1::AskResponse response;
  const grpc::Status status = session.client().Ask(request, response);
  if (!status.ok()) return session.FailCall(status);
  if (session.options().json) {
    session.WriteJson(response);
  } else {
    Show(response, session);
  }
  return ExitCode(OutcomeOf(response), session.options());
}

}  // namespace charley::cli
