// Why Charley said what it said.

#ifndef CHARLEY_SERVICE_ANSWER_EXPLANATION_H_
#define CHARLEY_SERVICE_ANSWER_EXPLANATION_H_

#include "charley/knowledge/v1/pack.pb.h"
#include "charley/v1/assistant.pb.h"
#include "service/match/matcher.h"
#include "service/text/reading.h"
#include "service/text/vocabulary.h"
#include "service/triage/triage.h"

namespace charley::answer {

// Sets down how the question was read and what triage found.
void ExplainTriage(const text::Reading& question, const text::Vocabulary& vocabulary,
                   const triage::Assessment& assessment, v1::Explanation& explanation);

// Sets down which topics were considered, and how it was decided.
void ExplainMatch(const knowledge::v1::Pack& pack, const match::Match& match,
                  v1::Explanation& explanation);

}  // namespace charley::answer

#endif  // CHARLEY_SERVICE_ANSWER_EXPLANATION_H_
