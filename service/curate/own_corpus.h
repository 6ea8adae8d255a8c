// Tries a pack on its own examples.

#ifndef CHARLEY_SERVICE_CURATE_OWN_CORPUS_H_
#define CHARLEY_SERVICE_CURATE_OWN_CORPUS_H_

#include <string>
#include <vector>

#include "knowledge/check.h"
#include "service/answer/engine.h"

namespace charley::curate {

// The share of example questions that must find their topic. What misses is near a neighbour.
inline constexpr double kLowestFoundShare = 0.97;

// How a pack did on its own examples.
struct CorpusTrial {
  int examples = 0;
  int found = 0;  // the topic answers, or is one of the options of a clarification
  int fires = 0;
  int near_misses = 0;
  std::vector<knowledge::Problem> problems;
};

// Asks every example question of every topic, and assesses every trial message of every triage
// rule. Errors: an example that is not covered, escalates, or is taken for small talk; fewer than
// kLowestFoundShare found; a `fires` message that raises neither its rule nor a higher one; a near
// miss that fires its rule. Warning: an example that finds another topic.
CorpusTrial TryOwnCorpus(const answer::Engine& engine);

}  // namespace charley::curate

#endif  // CHARLEY_SERVICE_CURATE_OWN_CORPUS_H_
