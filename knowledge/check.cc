#include "knowledge/check.h"

#include "absl/strings/str_cat.h"

namespace charley::knowledge {

std::string Describe(const Problem& problem) {
  return absl::StrCat(problem.severity == Severity::kError ? "error: " : "warning: ", problem.where,
                      ": ", problem.what, "; ", problem.remedy);
}

std::vector<Problem> CheckPack(const v1::Pack& pack, absl::CivilDay today) {
  std::vector<Problem> problems;
  CheckSources(pack, today, problems);
  CheckTopics(pack, problems);
  CheckReferences(pack, problems);
  CheckLanguage(pack, problems);
  return problems;
}

}  // namespace charley::knowledge
