// The questions that one message holds.

#ifndef CHARLEY_SERVICE_MATCH_QUESTION_PARTS_H_
#define CHARLEY_SERVICE_MATCH_QUESTION_PARTS_H_

#include <cstdint>

#include "absl/container/flat_hash_set.h"
#include "absl/container/inlined_vector.h"
#include "service/match/tokens.h"
#include "service/text/reading.h"
#include "service/text/vocabulary.h"

namespace charley::match {

// A message's parts, in order.
using Segments = absl::InlinedVector<Segment, 6>;

// Cuts messages at the ends of sentences, and before an "and", "or", "also" or "plus" that a
// question word follows: "does heat help and how long do they last". Immutable; thread-safe.
class QuestionParts {
 public:
  explicit QuestionParts(const text::Vocabulary& vocabulary);

  // The parts of two words or more, in order, at most 6; what is left after that is in none of
  // them.
  Segments Split(const text::Reading& question) const;

 private:
  bool Starts(const text::Reading& question, size_t word) const;
  bool IsJoining(text::WordId word) const;

  absl::InlinedVector<text::WordId, 5> joining_;
  uint64_t joining_bits_ = 0;  // by id, modulo 64: most words are told from those by this alone
  absl::flat_hash_set<text::WordId> asking_;
};

}  // namespace charley::match

#endif  // CHARLEY_SERVICE_MATCH_QUESTION_PARTS_H_
