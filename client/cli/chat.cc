#include "client/cli/chat.h"

#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "client/cli/conversation.h"
#include "client/cli/emergency_numbers.h"
#include "client/cli/exit_code.h"
#include "client/cli/reply.h"
#include "client/cli/utf8.h"

namespace charley::cli {
namespace {

// A message that the service refused as such would be refused as an earlier one too.
bool IsRefusedMessage(const grpc::Status& status) {
  return status.error_code() == grpc::StatusCode::INVALID_ARGUMENT ||
         status.error_code() == grpc::StatusCode::RESOURCE_EXHAUSTED;
}

std::string Welcome(const Region& region) {
  const std::string note = RegionNote(region);
  return absl::StrCat("Ask Charley about muscle cramps. It is a computer program, not a doctor.\n",
                      SafeLine(region.code), "\n", note, note.empty() ? "" : "\n",
                      "A number chooses a question. /help tells more; /quit or Ctrl-D leaves.");
}

constexpr absl::string_view kHelp =
    "A number chooses the question beside it.\n"
    "/new starts a new conversation and forgets what was said.\n"
    "/sources shows where the last reply comes from.\n"
    "/quit leaves, as do Ctrl-D and Ctrl-C.\n"
    "What you type goes to the service for an answer; charley writes it nowhere.";

class ChatLoop {
 public:
  explicit ChatLoop(Session& session) : session_(session) {}

  int Run(LineReader& lines) {
    Say(Welcome(session_.region()));
    while (!left_) {
      const absl::optional<std::string> line = lines.ReadLine();
      if (!line.has_value()) break;
      Handle(RepairUtf8(absl::StripAsciiWhitespace(*line)));
    }
    // Ends the line of the prompt.
    if (session_.console().terminal.input && !left_) session_.console().out << std::endl;
    return exit_code_;
  }

 private:
  void Handle(const std::string& line) {
    if (line.empty()) return;
    if (line[0] == '/') {
      Obey(absl::AsciiStrToLower(line));
    } else {
      AskNext(Chosen(line));
    }
  }

  void Obey(absl::string_view command) {
    if (command == "/quit") {
      left_ = true;
    } else if (command == "/new") {
      conversation_.Clear();
      last_.Clear();
      Say("A new conversation.");
    } else if (command == "/sources") {
      ShowSources();
    } else if (command == "/help") {
      Say(kHelp);
    } else {
      Say("There is no such command. /help lists them.");
    }
  }

  // The question with the number `line`, or `line` itself.
  std::string Chosen(const std::string& line) const {
    const std::vector<std::string> choices = Choices(last_);
    size_t number = 0;
    if (!absl::SimpleAtoi(line, &number) || number < 1 || number > choices.size()) return line;
    Say(choices[number - 1]);
    return choices[number - 1];
  }

  void AskNext(const std::string& question) {
    v1::AskRequest request = session_.NewRequest();
    request.set_question(question);
    conversation_.CopyTo(request);
    v1::AskResponse response;
    const grpc::Status status = session_.client().Ask(request, response);
    exit_code_ = status.ok() ? kExitAnswered : session_.FailCall(status);
    if (status.ok()) {
      last_ = std::move(response);
      conversation_.Add(question, OutcomeOf(last_) == Outcome::kEscalated);
      ShowReply();
    } else if (!IsRefusedMessage(status)) {
      // Triage must hear what was said even though this call failed.
      conversation_.Add(question, false);
    }
  }

  void ShowReply() const {
    if (session_.options().json) return session_.WriteJson(last_);
    Page page = session_.NewPage();
    RenderReply(last_, SourceDetail::kBrief, page);
    session_.console().out << '\n' << page.text() << std::endl;
  }

  void ShowSources() const {
    const SourceList sources = SourcesOf(last_);
    if (sources.empty()) return Say("The last reply has no sources.");
    Page page = session_.NewPage();
    sources.Render(page);
    Show(page);
  }

  void Say(absl::string_view text) const {
    Page page = session_.NewPage();
    page.Paragraph(text);
    Show(page);
  }

  void Show(const Page& page) const {
    if (!session_.options().json) session_.Write(page);
  }

  Session& session_;
  Conversation conversation_;
  v1::AskResponse last_;  // to the last question that was answered
  int exit_code_ = kExitAnswered;
  bool left_ = false;
};

}  // namespace

int Chat(Session& session, LineReader& lines) { return ChatLoop(session).Run(lines); }

}  // namespace charley::cli
