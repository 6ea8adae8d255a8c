#include "service/curate/problem_list.h"

#include <algorithm>
#include <string>

#include "absl/strings/str_cat.h"

namespace charley::curate {
namespace {

long Count(const std::vector<knowledge::Problem>& problems, knowledge::Severity severity) {
  return std::count_if(problems.begin(), problems.end(), [&](const knowledge::Problem& problem) {
    return problem.severity == severity;
  });
}

}  // namespace

void WriteProblems(const std::vector<knowledge::Problem>& problems, std::ostream& out) {
  for (const knowledge::Problem& problem : problems) out << knowledge::Describe(problem) << "\n";
}

bool IsRefused(const std::vector<knowledge::Problem>& problems, bool strict) {
  return strict ? !problems.empty() : Count(problems, knowledge::Severity::kError) > 0;
}

std::string CountProblems(const std::vector<knowledge::Problem>& problems) {
  const long errors = Count(problems, knowledge::Severity::kError);
  const long warnings = Count(problems, knowledge::Severity::kWarning);
  return absl::StrCat(errors, errors == 1 ? " error, " : " errors, ", warnings,
                      warnings == 1 ? " warning" : " warnings");
}

}  // namespace charley::curate
