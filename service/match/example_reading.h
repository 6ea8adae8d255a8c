// The examples of a pack, read.

#ifndef CHARLEY_SERVICE_MATCH_EXAMPLE_READING_H_
#define CHARLEY_SERVICE_MATCH_EXAMPLE_READING_H_

#include "absl/functional/function_ref.h"
#include "charley/knowledge/v1/pack.pb.h"
#include "service/match/exact.h"
#include "service/match/terms.h"
#include "service/text/vocabulary.h"

namespace charley::match {

// What stands for a target, as far as it is looked up.
struct ReadExample {
  int target = 0;
  ExactTexts::Key key = 0;
  Terms terms;
};

// Whether the pairs of words of a pack's examples are indexed. In a pack of many topics they would
// make most of the index, and found the topic no more often.
bool PairsAreIndexed(const knowledge::v1::Pack& pack);

// Calls `visit` on this thread with what ForEachExample visits, in its order. The next examples are
// read on two other threads meanwhile: most of making a large pack's index is reading.
void ForEachReadExample(const knowledge::v1::Pack& pack, const text::Vocabulary& vocabulary,
                        bool pairs, absl::FunctionRef<void(const ReadExample& example)> visit);

}  // namespace charley::match

#endif  // CHARLEY_SERVICE_MATCH_EXAMPLE_READING_H_
