#include "client/cli/line_reader.h"

#include <histedit.h>

#include <clocale>
#include <csignal>
#include <cstdio>
#include <cwchar>
#include <utility>

#include "absl/memory/memory.h"
#include "absl/strings/ascii.h"

namespace charley::cli {
namespace {

// Lines that the arrow keys reach back to.
constexpr int kHistoryLines = 100;

struct EndEditLine {
  void operator()(EditLine* edit) const { el_end(edit); }
};
struct EndHistory {
  void operator()(History* history) const { history_end(history); }
};

const char* Prompt(EditLine*) { return "> "; }

unsigned char Leave(EditLine*, wint_t) { return CC_EOF; }

// libedit's own handler restores the terminal before the process stops, and edits on after that.
unsigned char Suspend(EditLine*, wint_t) {
  std::raise(SIGTSTP);
  return CC_REDISPLAY;
}

class TerminalLineReader final : public LineReader {
 public:
  explicit TerminalLineReader(EditLine* edit) : edit_(edit) {
    el_set(edit, EL_PROMPT, &Prompt);
    el_set(edit, EL_EDITOR, "emacs");
    el_set(edit, EL_SIGNAL, 1);  // restores the terminal when the process is stopped or ended
    // While a line is edited, Ctrl-C and Ctrl-Z are keys; elsewhere they stay signals.
    el_set(edit, EL_SETTY, "-d", "-isig", nullptr);
    // The wide form: the other one leaks copies of both strings.
    el_wset(edit, EL_ADDFN, L"charley-leave", L"Leaves the conversation", &Leave);
    el_set(edit, EL_BIND, "^C", "charley-leave", nullptr);
    el_wset(edit, EL_ADDFN, L"charley-suspend", L"Stops the process", &Suspend);
    el_set(edit, EL_BIND, "^Z", "charley-suspend", nullptr);
  }

  void RememberLines() {
    history_.reset(history_init());
    HistEvent event;
    history(history_.get(), &event, H_SETSIZE, kHistoryLines);
    el_set(edit_.get(), EL_HIST, &history, history_.get());
  }

  absl::optional<std::string> ReadLine() override {
    // Before the prompt, so that no key typed after it is still the terminal's own.
    el_set(edit_.get(), EL_PREP_TERM, 1);
    int length = 0;
    const char* const line = el_gets(edit_.get(), &length);
    if (line == nullptr || length <= 0) return absl::nullopt;
    if (history_ != nullptr) {
      HistEvent event;
      history(history_.get(), &event, H_ENTER, line);
    }
    std::string text(line, static_cast<size_t>(length));
    if (!text.empty() && text.back() == '\n') text.pop_back();
    return text;
  }

 private:
  std::unique_ptr<History, EndHistory> history_;  // ends after `edit_`, which refers to it
  std::unique_ptr<EditLine, EndEditLine> edit_;
};

}  // namespace

absl::optional<std::string> StreamLineReader::ReadLine() {
  std::string line;
  if (!std::getline(in_, line)) return absl::nullopt;
  return line;
}

std::unique_ptr<LineReader> NewTerminalLineReader(bool history) {
  if (std::setlocale(LC_CTYPE, "") == nullptr || MB_CUR_MAX == 1) {
    std::setlocale(LC_CTYPE, "C.UTF-8");
  }
  EditLine* const edit = el_init("charley", stdin, stdout, stderr);
  if (edit == nullptr) return nullptr;
  auto reader = absl::make_unique<TerminalLineReader>(edit);
  if (history) reader->RememberLines();
  return reader;
}

}  // namespace charley::cli
