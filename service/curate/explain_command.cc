#include "service/curate/explain_command.h"

#include <memory>
#include <string>
#include <vector>

#include "knowledge/status_macros.h"
#include "service/curate/compiler.h"
#include "service/curate/explanation_text.h"

namespace charley::curate {
namespace {

struct ExplainOptions {
  std::string pack;
  std::string question;
  std::vector<std::string> earlier;
};

absl::Status Explain(const ExplainOptions& options, CommandLine& line) {
  ASSIGN_OR_RETURN(const auto engine, LoadEngine(options.pack));
  v1::AskRequest request;
  request.set_question(options.question);
  for (const std::string& message : options.earlier) request.add_earlier(message);
  request.set_explain(true);
  WriteExplanation(engine->Ask(request), line.out);
  return absl::OkStatus();
}

}  // namespace

void AddExplainCommand(CommandLine& line) {
  auto options = std::make_shared<ExplainOptions>();
  CLI::App* command =
      line.app.add_subcommand("explain", "Say why a pack answers a question as it does.");
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
