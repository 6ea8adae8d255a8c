#include "service/curate/command.h"

#include "service/curate/build_command.h"
#include "service/curate/check_command.h"
#include "service/curate/diff_command.h"
#include "service/curate/eval_command.h"
#include "service/curate/explain_command.h"

namespace charley::curate {

int RunCurate(int argc, const char* const* argv, std::ostream& out, std::ostream& err) {
  CommandLine line(out, err);
  line.app.name("charley-curate");
  line.app.description("Builds, checks and measures knowledge packs for Charley.");
  line.app.require_subcommand(1);
  AddBuildCommand(line);
  AddCheckCommand(line);
  AddEvalCommand(line);
  AddExplainCommand(line);
  AddDiffCommand(line);
  try {
    line.app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {  // CLI11 reports this way, --help included
    return line.app.exit(error, out, err) == 0 ? kDone : kUsage;
  }
  return line.exit_code;
}

}  // namespace charley::curate
