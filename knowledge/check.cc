#include "knowledge/check.h"

#include <utility>

#include "absl/strings/str_cat.h"

namespace charley::knowledge {

std::string Describe(const Problem& problem) {
  return absl::StrCat(problem.severity == Severity::kError ? "error: " : "warning: ", problem.where,
                      ": ", problem.what, "; ", problem.remedy);
}

void AddError(std::vector<Problem>& problems, std::string where, std::string what,
              std::string remedy) {
  problems.push_back({Severity::kError, std::move(where), std::move(what), std::move(remedy)});
}

std::vector<Problem> CheckPack(const v1::Pack& pack, absl::CivilDay today) {
  std::vector<Problem> problems;
  CheckSources(pack, today, problems);
  CheckTopics(pack, problems);
  CheckExamples(pack, problems);
  CheckReferences(pack, problems);
  CheckTriage(pack, problems);
  CheckLanguage(pack, problems);
  CheckTraining(pack, problems);
  return problems;
}

}  // namespace charley::knowledge
