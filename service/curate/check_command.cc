#include "service/curate/check_command.h"

#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_format.h"
#include "knowledge/authoring.h"
#include "knowledge/pack_writer.h"
#include "knowledge/quotes.h"
#include "knowledge/status_macros.h"
#include "service/curate/compiler.h"
#include "service/curate/example_review.h"
#include "service/curate/look_alikes.h"
#include "service/curate/own_corpus.h"
#include "service/curate/plain_rule_review.h"
#include "service/curate/problem_list.h"

namespace charley::curate {
namespace {

using Problems = std::vector<knowledge::Problem>;

struct CheckOptions {
  std::string folder;
  std::string source;
  std::string source_id = "article";
  std::string output;
  std::vector<std::string> dictionaries;
  std::string today;
  bool strict = false;
};

void Append(Problems more, Problems& problems) {
  std::move(more.begin(), more.end(), std::back_inserter(problems));
}

absl::Status CheckText(const knowledge::v1::Pack& pack, const CheckOptions& options,
                       Problems& problems) {
  ASSIGN_OR_RETURN(const absl::CivilDay today, ParseToday(options.today));
  Append(knowledge::CheckPack(pack, today), problems);
  Append(ReviewExamples(pack), problems);
  if (options.source.empty()) return absl::OkStatus();
  ASSIGN_OR_RETURN(const knowledge::Paragraphs paragraphs,
                   knowledge::ReadParagraphs(options.source));
  Append(knowledge::CheckQuotes(pack, options.source_id, paragraphs), problems);
  return absl::OkStatus();
}

// Tries a compiled pack on its own examples, as the service would answer them.
absl::Status CheckCorpus(knowledge::v1::Pack pack, const knowledge::LabelledMessages& ordinary,
                         std::ostream& out, Problems& problems) {
  ASSIGN_OR_RETURN(const auto engine, MakeEngine(std::move(pack)));
  CorpusTrial trial = TryOwnCorpus(*engine);
  out << absl::StrFormat(
      "%d of %d example questions find their topic (%.1f %%); tried %d messages that must fire a "
      "rule and %d near misses\n",
      trial.found, trial.examples, trial.examples == 0 ? 0 : 100.0 * trial.found / trial.examples,
      trial.fires, trial.near_misses);
  Append(std::move(trial.problems), problems);
  Append(ReviewPlainRules(*engine, ordinary), problems);
  ASSIGN_OR_RETURN(const std::vector<LookAlikes> pairs,
                   FindLookAlikes(engine->pack(), engine->vocabulary()));
  Append(DescribeLookAlikes(engine->pack(), pairs), problems);
  return absl::OkStatus();
}

absl::Status Check(const CheckOptions& options, CommandLine& line) {
  ASSIGN_OR_RETURN(knowledge::v1::Pack authored,
                   knowledge::ReadAuthoringFolder(options.folder, options.dictionaries));
  Problems problems;
  RETURN_IF_ERROR(CheckText(authored, options, problems));
  knowledge::v1::Pack pack;
  if (IsRefused(problems, /*strict=*/false)) {
    line.out << "The example questions were not tried: correct the errors first\n";
  } else {
    const knowledge::LabelledMessages ordinary = OrdinaryMessagesOf(authored);
    ASSIGN_OR_RETURN(pack, Compile(std::move(authored)));
    RETURN_IF_ERROR(CheckCorpus(pack, ordinary, line.out, problems));
  }
  WriteProblems(problems, line.out);
  line.out << CountProblems(problems) << "\n";
  if (IsRefused(problems, options.strict)) {
    line.exit_code = kFailed;
    return absl::OkStatus();
  }
  return options.output.empty() ? absl::OkStatus()
                                : knowledge::WritePack(pack, options.output).status();
}

}  // namespace

void AddCheckCommand(CommandLine& line) {
  auto options = std::make_shared<CheckOptions>();
  CLI::App* command = line.app.add_subcommand(
      "check", "Check a folder: ids, citations, quotes, reading level, its examples.");
  command->add_option("folder", options->folder, "Folder of the authoring files")->required();
  command->add_option("--source", options->source,
                      "Text of a source: verify every quote, name paragraphs that no topic cites");
  command->add_option("--source-id", options->source_id, "Id of that source")
      ->capture_default_str();
  command->add_option("-o,--output", options->output,
                      "Pack file to write or replace with what was tried, unless it is refused");
  command->add_option("--dictionary", options->dictionaries, "Word list, one word a line; repeat")
      ->allow_extra_args(false);
  command->add_option("--today", options->today, "Day that decides which reviews are due");
  command->add_flag("--strict", options->strict, "Fail on warnings too");
  command->footer(
      "Examples:\n"
      "  charley-curate check knowledge/cramps\n"
      "  charley-curate check knowledge/cramps --source article.txt --source-id article\n"
      "  charley-curate check knowledge/cramps -o cramps.db");
  command->callback([options, &line] {
    const absl::Status status = Check(*options, line);
    if (!status.ok()) line.Fail(status);
  });
}

}  // namespace charley::curate
