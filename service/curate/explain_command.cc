#include "service/curate/explain_command.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "knowledge/pack_reader.h"
#include "knowledge/status_macros.h"
#include "service/curate/explanation_text.h"
#include "service/curate/topic_comparison.h"

namespace charley::curate {
namespace {

struct ExplainOptions {
  std::string pack;
  std::string question;
  std::vector<std::string> earlier;
};

absl::Status Explain(const ExplainOptions& options, CommandLine& line) {
  ASSIGN_OR_RETURN(knowledge::VersionedPack pack, knowledge::ReadPack(options.pack));
  ASSIGN_OR_RETURN(const auto ranker, FindRanker(pack.pack));
  ASSIGN_OR_RETURN(const auto engine, answer::Engine::Create(std::move(pack)));
  v1::AskRequest request;
  request.set_question(options.question);
  for (const std::string& message : options.earlier) request.add_earlier(message);
  request.set_explain(true);
  const answer::AskOutcome outcome = engine->Ask(request);
  WriteExplanation(outcome, line.out);
  const auto& topics = outcome.response.explanation().topics();
  if (!ranker.has_value() || topics.empty()) return absl::OkStatus();
  ASSIGN_OR_RETURN(const TopicComparison comparison,
                   CompareTopics(*ranker, *engine, request, topics[0].topic_id()));
  WriteComparison(comparison, line.out);
  return absl::OkStatus();
}

}  // namespace

void AddExplainCommand(CommandLine& line) {
  auto options = std::make_shared<ExplainOptions>();
  CLI::App* command = line.app.add_subcommand(
      "explain", "Say why a pack answers a question as it does, and not otherwise.");
  command->add_option("pack", options->pack, "Pack file")->required();
  command->add_option("question", options->question, "What the patient writes")->required();
  command->add_option("--earlier", options->earlier, "An earlier message, oldest first; repeat")
      ->allow_extra_args(false);
  command->footer(
      "Examples:\n"
      "  charley-curate explain cramps.db \"why do my calves cramp at night?\"\n"
      "  charley-curate explain cramps.db --earlier \"leg cramps at night\" \"and when "
      "pregnant?\"");
  command->callback([options, &line] {
    const absl::Status status = Explain(*options, line);
    if (!status.ok()) line.Fail(status);
  });
}

}  // namespace charley::curate
