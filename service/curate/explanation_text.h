// An explanation in words.

#ifndef CHARLEY_SERVICE_CURATE_EXPLANATION_TEXT_H_
#define CHARLEY_SERVICE_CURATE_EXPLANATION_TEXT_H_

#include <ostream>

#include "service/answer/engine.h"
#include "service/curate/topic_comparison.h"

namespace charley::curate {

// Writes a reply and why it was given: how the message was read, rules with what softened them, the
// learned second opinion, topics with their confidence, steps. The request asked to explain.
void WriteExplanation(const answer::AskOutcome& outcome, std::ostream& out);

// Writes why the chosen topic and not the next ones, and why the pack covers the question or not:
// the words that speak for it and against it, the weightiest first.
void WriteComparison(const TopicComparison& comparison, std::ostream& out);

}  // namespace charley::curate

#endif  // CHARLEY_SERVICE_CURATE_EXPLANATION_TEXT_H_
