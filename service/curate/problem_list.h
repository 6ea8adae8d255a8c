// Problems of a pack, as a curator reads them.

#ifndef CHARLEY_SERVICE_CURATE_PROBLEM_LIST_H_
#define CHARLEY_SERVICE_CURATE_PROBLEM_LIST_H_

#include <ostream>
#include <string>
#include <vector>

#include "knowledge/check.h"

namespace charley::curate {

// Writes each problem on a line of its own.
void WriteProblems(const std::vector<knowledge::Problem>& problems, std::ostream& out);

// Whether the pack is refused: for an error always, for a warning when strict.
bool IsRefused(const std::vector<knowledge::Problem>& problems, bool strict);

// "2 errors, 1 warning".
std::string CountProblems(const std::vector<knowledge::Problem>& problems);

}  // namespace charley::curate

#endif  // CHARLEY_SERVICE_CURATE_PROBLEM_LIST_H_
