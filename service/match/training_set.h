// A pack's examples as labelled messages.

#ifndef CHARLEY_SERVICE_MATCH_TRAINING_SET_H_
#define CHARLEY_SERVICE_MATCH_TRAINING_SET_H_

#include <vector>

#include "absl/status/statusor.h"
#include "charley/knowledge/v1/pack.pb.h"
#include "service/match/tokens.h"
#include "service/text/vocabulary.h"

namespace charley::match {

// A message, or a conversation's last message, and its class: a target, or Targets::none().
struct TrainingMessage {
  std::vector<text::Reading> conversation;
  Tokens tokens;  // views into the conversation and the vocabulary
  int label = 0;
  int fold = 0;  // for cross-validation, from 0; the messages of a class are dealt out in turn
  bool misspelt = false;  // a copy with typing errors: learned from, but not calibrated on
};

// The fold of what is always learned from and never calibrated on, since no patient writes so: the
// sentences of answers.
inline constexpr int kNoFold = -1;

inline constexpr int kFolds = 5;

// Every title, example, sentence of an answer, follow-up and out-of-scope question of a pack, in
// the pack's order. INVALID_ARGUMENT: a follow-up names a topic that the pack does not have.
absl::StatusOr<std::vector<TrainingMessage>> ReadTrainingSet(const knowledge::v1::Pack& pack,
                                                             const text::Vocabulary& vocabulary);

}  // namespace charley::match

#endif  // CHARLEY_SERVICE_MATCH_TRAINING_SET_H_
