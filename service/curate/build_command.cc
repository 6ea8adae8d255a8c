#include "service/curate/build_command.h"

#include <future>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/time/clock.h"
#include "knowledge/authoring.h"
#include "knowledge/pack_writer.h"
#include "knowledge/status_macros.h"
#include "service/curate/compiler.h"
#include "service/curate/problem_list.h"

namespace charley::curate {
namespace {

struct BuildOptions {
  std::string folder;
  std::string output;
  std::vector<std::string> dictionaries;
  std::string today;
  bool strict = false;
};

// Reads and checks the folder; what is refused is an error without a text of its own, since every
// problem was written to `err`.
absl::StatusOr<knowledge::v1::Pack> ReadChecked(const BuildOptions& options, std::ostream& err) {
  ASSIGN_OR_RETURN(const absl::CivilDay today, ParseToday(options.today));
  ASSIGN_OR_RETURN(knowledge::v1::Pack pack,
                   knowledge::ReadAuthoringFolder(options.folder, options.dictionaries));
  const std::vector<knowledge::Problem> problems = knowledge::CheckPack(pack, today);
  WriteProblems(problems, err);
  if (IsRefused(problems, options.strict)) {
    return absl::FailedPreconditionError(absl::StrCat(options.folder, ": ", CountProblems(problems),
                                                      "; correct them, nothing was written"));
  }
  return pack;
}

std::string ModelNames(const knowledge::v1::Pack& pack) {
  if (pack.models().empty()) return "nothing";
  return absl::StrJoin(pack.models(), ", ",
                       [](std::string* out, const knowledge::v1::Model& model) {
                         absl::StrAppend(out, model.name());
                       });
}

std::string Counts(const knowledge::v1::Pack& pack) {
  int examples = 0;
  for (const auto& topic : pack.topics()) examples += topic.examples_size();
  return absl::StrFormat(
      "%d topics, %d examples, %d sources, %d triage rules, %d concepts, %d small talk, %d "
      "regions, "
      "%d dictionary words; learned: %s",
      pack.topics_size(), examples, pack.sources_size(), pack.triage_rules_size(),
      pack.concepts_size(), pack.small_talk_size(), pack.regions_size(), pack.dictionary_size(),
      ModelNames(pack));
}

absl::Status Build(const BuildOptions& options, CommandLine& line) {
  const absl::Time start = absl::Now();
  ASSIGN_OR_RETURN(knowledge::v1::Pack authored, ReadChecked(options, line.err));
  ASSIGN_OR_RETURN(const knowledge::v1::Pack pack, Compile(std::move(authored)));
  // What the service could not load takes no pack's place. It is loaded while it is written.
  std::future<absl::Status> loaded =
      std::async(std::launch::async, [&pack] { return MakeEngine(pack).status(); });
  ASSIGN_OR_RETURN(const std::string version,
                   knowledge::WritePack(pack, options.output, [&loaded] { return loaded.get(); }));
  line.out << version << "\n" << Counts(pack) << "\n";
  line.out << absl::StrFormat("%s, %.1f s\n", options.output,
                              absl::ToDoubleSeconds(absl::Now() - start));
  return absl::OkStatus();
}

}  // namespace

void AddBuildCommand(CommandLine& line) {
  auto options = std::make_shared<BuildOptions>();
  CLI::App* command = line.app.add_subcommand(
      "build", "Check a folder of text files, learn from its examples, write one pack file.");
  command->add_option("folder", options->folder, "Folder of the authoring files")->required();
  command->add_option("-o,--output", options->output, "Pack file to write or replace")->required();
  command->add_option("--dictionary", options->dictionaries, "Word list, one word a line; repeat")
      ->allow_extra_args(false);
  command->add_option("--today", options->today, "Day that decides which reviews are due");
  command->add_flag("--strict", options->strict, "Refuse warnings too");
  command->footer(
      "Examples:\n"
      "  charley-curate build knowledge/cramps -o cramps.db\n"
      "  charley-curate build knowledge/cramps -o cramps.db --strict \\\n"
      "    --dictionary /usr/share/dict/american-english-small");
  command->callback([options, &line] {
    const absl::Status status = Build(*options, line);
    if (!status.ok()) line.Fail(status);
  });
}

}  // namespace charley::curate
