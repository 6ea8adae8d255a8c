// The parts of one message with what the ranker makes of each.

#ifndef CHARLEY_SERVICE_MATCH_RANKED_PARTS_H_
#define CHARLEY_SERVICE_MATCH_RANKED_PARTS_H_

#include <cstddef>

#include "absl/container/inlined_vector.h"
#include "service/match/question_parts.h"
#include "service/match/ranker.h"
#include "service/text/reading.h"
#include "service/text/vocabulary.h"

namespace charley::match {

// What the ranker makes of a part alone. It has topics when it may be a question that is answered.
struct RankedPart {
  Ranking ranking;
  bool is_ranked = false;
  bool covered = false;
};

// Ranks a part when it is asked for: most answers need few of them. It refers to what it is made
// with. Of one thread.
class RankedParts {
 public:
  RankedParts(const QuestionParts& parts, const Ranker& ranker, const text::Vocabulary& vocabulary,
              const text::Reading& question);
  RankedParts(const RankedParts&) = delete;
  RankedParts& operator=(const RankedParts&) = delete;

  // 0 when the message is one part: it is what the ranker makes of the whole.
  size_t size() const { return parts_.size(); }
  const QuestionPart& Part(size_t i) const { return parts_[i]; }
  // Whether two parts or more ask something.
  bool SeveralAsk() const;
  const RankedPart& Rank(size_t i);
  // Whether what is told before a part may be what the part is about: a statement that is not
  // covered, or another kind of the subject ("period cramps").
  bool MayLean(size_t i);

 private:
  const Ranker& ranker_;
  const text::Vocabulary& vocabulary_;
  const text::Reading& question_;
  QuestionPartList parts_;
  absl::InlinedVector<RankedPart, 2> ranked_;  // by part
};

}  // namespace charley::match

#endif  // CHARLEY_SERVICE_MATCH_RANKED_PARTS_H_
