// Matching by the trained ranker.

#ifndef CHARLEY_SERVICE_MATCH_RANKING_MATCHER_H_
#define CHARLEY_SERVICE_MATCH_RANKING_MATCHER_H_

#include <memory>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "charley/knowledge/v1/ranker.pb.h"
#include "service/match/exact.h"
#include "service/match/matcher.h"
#include "service/match/question_parts.h"
#include "service/match/ranked_parts.h"
#include "service/match/ranker.h"
#include "service/match/targets.h"

namespace charley::match {

// Ranks topics by a linear model over the words of a conversation, and decides by its calibrated
// probabilities.
class RankingMatcher : public Matcher {
 public:
  // INVALID_ARGUMENT: the model is not of this pack.
  static absl::StatusOr<std::unique_ptr<const RankingMatcher>> Create(
      std::shared_ptr<const knowledge::v1::Pack> pack,
      std::shared_ptr<const text::Vocabulary> vocabulary, const knowledge::v1::RankerModel& model);

  void Prefetch(const text::Reading& question) const override { ranker_.Prefetch(question.words); }
  Match Find(absl::Span<const text::Reading> conversation, bool explain) const override;

 private:
  RankingMatcher(std::shared_ptr<const knowledge::v1::Pack> pack,
                 std::shared_ptr<const text::Vocabulary> vocabulary, Ranker ranker);

  RankedParts PartsOf(const text::Reading& question) const {
    return RankedParts(parts_, ranker_, *vocabulary_, question);
  }
  // Replies to a message that is small talk by its ranking: one of its parts may ask something.
  Match AnswerBesideTalk(const Tokens& tokens, const Ranking& alone, const text::Reading& question,
                         bool explain) const;
  // Answers a question by what the ranker makes of its tokens, or by one of its parts. Orders the
  // ranking's topics when they are in the match.
  Match Answer(const Tokens& tokens, Ranking& ranking, const text::Reading& question,
               bool explain) const;
  // The part that asks something which the pack answers, if any.
  const Ranking* FindQuestion(RankedParts& parts) const;
  // Whether some part is a question that is surely not covered.
  bool AsksSomethingElse(RankedParts& parts) const;
  // The question that can be answered by itself when another one of the message is not covered.
  static const Ranking* FindAskedAlone(RankedParts& parts);
  // Whether a part wants another answer than a topic's: one that rests on another place or, when
  // several parts ask, is surely meant.
  bool WantsAnother(RankedParts& parts, size_t i, int topic) const;
  // The clearest question that wants another answer than a topic's, if any.
  const Ranking* FindSecondQuestion(RankedParts& parts, int first) const;
  static const Ranking* FirstClear(RankedParts& parts, absl::FunctionRef<bool(size_t)> is_wanted);
  void AnswerTwoQuestions(RankedParts& parts, Match& match) const;
  static void PutAt(size_t place, const Ranking& ranking, Match& match);
  void Clarify(const Ranking& ranking, Match& match) const;
  void Explain(const Tokens& tokens, const Ranking& ranking, Match& match) const;
  bool IsSmallTalk(const Ranking& ranking) const;

  std::shared_ptr<const knowledge::v1::Pack> pack_;
  std::shared_ptr<const text::Vocabulary> vocabulary_;
  Targets targets_;
  Ranker ranker_;
  QuestionParts parts_;
  ExactTexts exact_;
};

}  // namespace charley::match

#endif  // CHARLEY_SERVICE_MATCH_RANKING_MATCHER_H_
