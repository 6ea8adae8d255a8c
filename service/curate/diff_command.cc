#include "service/curate/diff_command.h"

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_format.h"
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
  out << change.message->id() << ": " << change.before << " -> " << change.after << ": "
      << change.message->question() << "\n";
}

absl::Status Diff(const DiffOptions& options, CommandLine& line) {
  ASSIGN_OR_RETURN(const knowledge::LabelledMessages messages, ReadQuestionSets(options.files));
  ASSIGN_OR_RETURN(const auto before, LoadEngine(options.old_pack));
  ASSIGN_OR_RETURN(const auto after, LoadEngine(options.new_pack));
  const ReplyChanges changes = CompareReplies(*before, *after, messages);
  if (!options.quiet) {
    for (const ReplyChange& change : changes.changed) WriteChange(change, line.out);
  }
  line.out << absl::StrFormat(
      "%s -> %s: %d of %d replies changed (%d urgency, %d kind of reply, %d topic, %d text)\n",
      before->version(), after->version(), changes.changed.size(), messages.size(), changes.urgency,
      changes.kind, changes.topic, changes.text);
  return absl::OkStatus();
}

}  // namespace

void AddDiffCommand(CommandLine& line) {
  auto options = std::make_shared<DiffOptions>();
  CLI::App* command = line.app.add_subcommand(
      "diff", "Show which labelled messages change their urgency, reply or topic.");
  command->add_option("old", options->old_pack, "Pack file before")->required();
  command->add_option("new", options->new_pack, "Pack file after")->required();
  command->add_option("files", options->files, "Files of JSON lines with 'expect' or 'kind'")
      ->required();
  command->add_flag("--quiet", options->quiet, "Counts only, for sets that nobody may read");
  command->footer(
      "Examples:\n"
      "  charley-curate diff old.db new.db tests/eval/matching-tuning.jsonl\n"
      "  charley-curate diff old.db new.db safety.jsonl matching.jsonl --quiet");
  command->callback([options, &line] {
    const absl::Status status = Diff(*options, line);
    if (!status.ok()) line.Fail(status);
  });
}

}  // namespace charley::curate
