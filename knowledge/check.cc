#include "knowledge/check.h"

#include <algorithm>
#include <future>
#include <iterator>
#include <utility>

#include "absl/strings/str_cat.h"

namespace charley::knowledge {
namespace {

void Append(std::vector<Problem> more, std::vector<Problem>& problems) {
  std::move(more.begin(), more.end(), std::back_inserter(problems));
}

}  // namespace

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
  // A large pack is mostly examples: they are compared beside the reading of the answers.
  std::future<std::vector<Problem>> of_examples = std::async(std::launch::async, [&pack] {
    std::vector<Problem> found;
    CheckExamples(pack, found);
    return found;
  });
  CheckTopics(pack, problems);
  Append(of_examples.get(), problems);
  CheckReferences(pack, problems);
  CheckTriage(pack, problems);
  CheckLanguage(pack, problems);
  CheckTraining(pack, problems);
  return problems;
}

}  // namespace charley::knowledge
