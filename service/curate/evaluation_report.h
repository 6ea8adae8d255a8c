// Shows an evaluation to people and to programs.

#ifndef CHARLEY_SERVICE_CURATE_EVALUATION_REPORT_H_
#define CHARLEY_SERVICE_CURATE_EVALUATION_REPORT_H_

#include <ostream>
#include <string>
#include <vector>

#include "service/curate/disguises.h"
#include "service/curate/evaluation.h"

namespace charley::curate {

// An evaluation of the same messages in disguise.
struct DisguisedEvaluation {
  Disguise disguise = Disguise::kTypos;
  Evaluation evaluation;
};

// An evaluation, and its repetitions in disguise.
struct EvaluationReport {
  std::string pack_version;
  Evaluation plain;
  std::vector<DisguisedEvaluation> disguised;
  bool quiet = false;  // rates only: no message, no id, for sets that nobody may read
};

// Tables: rates with 95 % intervals, by category and by style, the loss by each disguise; then,
// unless quiet, confusions and misses with their messages.
void WriteText(const EvaluationReport& report, std::ostream& out);

// The same as one JSON object.
void WriteJson(const EvaluationReport& report, std::ostream& out);

}  // namespace charley::curate

#endif  // CHARLEY_SERVICE_CURATE_EVALUATION_REPORT_H_
