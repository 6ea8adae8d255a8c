#include "service/curate/diff_command.h"

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"
#include "knowledge/status_macros.h"
#include "service/curate/compiler.h"
#include "service/curate/question_set.h"
#include "service/curate/reply_changes.h"

namespace charley::curate {
namespace {

struct DiffOptions {
  std::string old_pack;
  std::string new_pack;
  std::vector<std::string> files;
  bool quiet = false;
};

void WriteChange(const ReplyChange& change, std::ostream& out) {
  out << "[ ] " << NameOf(change.kind) << "; " << change.message->id() << ": " << change.before
      << " -> " << change.after << ": ";
  for (const std::string& earlier : change.message->earlier()) out << earlier << " / ";
  out << change.message->question() << "\n";
}

// Each change of a text once, however many questions get it.
void WriteTexts(const ReplyChanges& changes, std::ostream& out) {
  std::set<std::string> written;
  for (const ReplyChange& change : changes.changed) {
    if (change.texts.empty() || !written.insert(change.after + change.texts).second) continue;
    if (written.size() == 1) out << "\nTexts that changed\n";
    out << change.after << "\n";
    for (const auto text : absl::StrSplit(change.texts, '\n', absl::SkipEmpty())) {
      out << "  " << text << "\n";
    }
  }
}

void WriteForReview(const ReplyChanges& changes, std::ostream& out) {
  if (changes.changed.empty()) return;
  for (const ReplyChange& change : changes.changed) WriteChange(change, out);
  WriteTexts(changes, out);
  out << "\nReviewed by: ____________________  on: ____________________\n";
}

absl::Status Diff(const DiffOptions& options, CommandLine& line) {
  ASSIGN_OR_RETURN(knowledge::LabelledMessages messages, ReadQuestionSets(options.files));
  ASSIGN_OR_RETURN(const auto before, LoadEngine(options.old_pack));
  ASSIGN_OR_RETURN(const auto after, LoadEngine(options.new_pack));
  if (options.files.empty()) messages = OwnMessages(before->pack(), after->pack());
  const ReplyChanges changes = CompareReplies(*before, *after, messages);
  if (!options.quiet) WriteForReview(changes, line.out);
  line.out << absl::StrFormat(
      "%s -> %s: %d of %d replies changed (%d urgency, %d kind of reply, %d topic, %d text)\n",
      before->version(), after->version(), changes.changed.size(), messages.size(),
      changes.Count(ChangeKind::kUrgency), changes.Count(ChangeKind::kReply),
      changes.Count(ChangeKind::kTopic), changes.Count(ChangeKind::kText));
  return absl::OkStatus();
}

}  // namespace

void AddDiffCommand(CommandLine& line) {
  auto options = std::make_shared<DiffOptions>();
  CLI::App* command = line.app.add_subcommand(
      "diff", "List the questions whose reply changes between two packs, for a reviewer to sign.");
  command->add_option("old", options->old_pack, "Pack file before")->required();
  command->add_option("new", options->new_pack, "Pack file after")->required();
  command->add_option("files", options->files,
                      "Files of JSON lines with 'expect' or 'kind'; none: the packs' own examples");
  command->add_flag("--quiet", options->quiet, "Counts only, for sets that nobody may read");
  command->footer(
      "Examples:\n"
      "  charley-curate diff old.db new.db\n"
      "  charley-curate diff old.db new.db tests/eval/matching-tuning.jsonl\n"
      "  charley-curate diff old.db new.db safety.jsonl matching.jsonl --quiet");
  command->callback([options, &line] {
    const absl::Status status = Diff(*options, line);
    if (!status.ok()) line.Fail(status);
  });
}

}  // namespace charley::curate
