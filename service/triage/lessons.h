// The messages that the second opinion learns from, as vectors.

#ifndef CHARLEY_SERVICE_TRIAGE_LESSONS_H_
#define CHARLEY_SERVICE_TRIAGE_LESSONS_H_

#include <vector>

#include "charley/knowledge/v1/pack.pb.h"
#include "service/text/vocabulary.h"
#include "service/triage/analysis.h"
#include "service/triage/linear_fit.h"

namespace charley::triage {

inline constexpr int kFolds = 5;  // of a cross-validation
inline constexpr int kNoFold = -1;

// A message to learn from, as a whole and by its sentences.
struct Lesson {
  LabelledVector whole;
  std::vector<LabelledVector> sentences;  // without rules, which are the whole's
  int fold = kNoFold;
  int copies = 1;               // how often it is learned
  bool raised_by_rule = false;  // to LEVEL_URGENT_TODAY or more; never of a misspelt one
};

// Everything that the second opinion learns from.
struct Lessons {
  std::vector<Lesson> labelled;  // of the pack's triage training
  std::vector<Lesson> examples;  // the pack's own: of rules, topics, follow-ups and out of scope
  std::vector<Lesson> misspelt;  // words alone of all these, each long one with a typing error
};

// The lessons of a pack that `vocabulary` and `analyzer` belong to. Works on two threads.
// Deterministic.
Lessons LessonsOf(const knowledge::v1::Pack& pack, const text::Vocabulary& vocabulary,
                  const Analyzer& analyzer);

}  // namespace charley::triage

#endif  // CHARLEY_SERVICE_TRIAGE_LESSONS_H_
