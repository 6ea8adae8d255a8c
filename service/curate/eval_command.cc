#include "service/curate/eval_command.h"

#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "knowledge/status_macros.h"
#include "service/curate/compiler.h"
#include "service/curate/disguises.h"
#include "service/curate/evaluation_report.h"
#include "service/curate/question_set.h"

namespace charley::curate {
namespace {

struct EvalOptions {
  std::string pack;
  std::vector<std::string> files;
  bool typos = false;
  bool disguises = false;
  bool json = false;
  bool quiet = false;
};

knowledge::LabelledMessages InDisguise(const knowledge::LabelledMessages& messages,
                                       Disguise disguise, int draw) {
  knowledge::LabelledMessages result;
  for (const auto& message : messages) *result.Add() = Disguised(message, disguise, draw);
  return result;
}

bool IsWanted(Disguise disguise, const EvalOptions& options) {
  return options.disguises || (options.typos && disguise == Disguise::kTypos);
}

absl::Status Eval(const EvalOptions& options, CommandLine& line) {
  ASSIGN_OR_RETURN(const knowledge::LabelledMessages messages, ReadQuestionSets(options.files));
  ASSIGN_OR_RETURN(const auto engine, LoadEngine(options.pack));
  EvaluationReport report;
  report.pack_version = engine->version();
  report.quiet = options.quiet;
  report.plain = Evaluate(*engine, messages);
  std::deque<knowledge::LabelledMessages> disguised;  // referred to by the report
  for (const Disguise disguise : kDisguises) {
    if (!IsWanted(disguise, options)) continue;
    std::vector<Evaluation> draws;
    for (int draw = 0; draw < DrawsOf(disguise); ++draw) {
      disguised.push_back(InDisguise(messages, disguise, draw));
      draws.push_back(Evaluate(*engine, disguised.back()));
    }
    report.disguised.push_back({disguise, MeanOf(std::move(draws))});
  }
  options.json ? WriteJson(report, line.out) : WriteText(report, line.out);
  return absl::OkStatus();
}

}  // namespace

void AddEvalCommand(CommandLine& line) {
  auto options = std::make_shared<EvalOptions>();
  CLI::App* command = line.app.add_subcommand(
      "eval", "Measure a pack on labelled messages: rates with their 95 % Wilson intervals.");
  command->add_option("pack", options->pack, "Pack file")->required();
  command->add_option("files", options->files, "Files of JSON lines with 'expect' or 'kind'")
      ->required();
  command->add_flag("--typos", options->typos, "Again with one typing error in each long word");
  command->add_flag("--disguises", options->disguises,
                    "Again with typing errors, in capitals, without punctuation, with invisible "
                    "characters, with letters of another script");
  command->add_flag("--json", options->json, "Write one JSON object");
  command->add_flag("--quiet", options->quiet, "Rates only, for sets that nobody may read");
  command->footer(
      "Examples:\n"
      "  charley-curate eval cramps.db tests/eval/triage-tuning.jsonl\n"
      "  charley-curate eval cramps.db safety.jsonl matching.jsonl --disguises --quiet --json");
  command->callback([options, &line] {
    const absl::Status status = Eval(*options, line);
    if (!status.ok()) line.Fail(status);
  });
}

}  // namespace charley::curate
