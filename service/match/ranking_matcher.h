// Matching by the trained ranker.

#ifndef CHARLEY_SERVICE_MATCH_RANKING_MATCHER_H_
#define CHARLEY_SERVICE_MATCH_RANKING_MATCHER_H_

#include <memory>
#include <vector>

#include "absl/status/statusor.h"
#include "charley/knowledge/v1/ranker.pb.h"
#include "service/match/exact.h"
#include "service/match/matcher.h"
#include "service/match/question_parts.h"
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

  // A part of a message with what the ranker makes of it alone. It has topics when it may be a
  // question that is answered.
  struct RankedPart {
    QuestionPart part;
    Ranking ranking;
    bool covered = false;
  };
  std::vector<RankedPart> RankParts(const text::Reading& question) const;

  Match Answer(const Ranking& ranking, const text::Reading& question) const;
  Match Talk(const Ranking& ranking) const;
  // The part that asks something which the pack answers, if any.
  const RankedPart* FindQuestion(const std::vector<RankedPart>& parts) const;
  // Whether a part is a question that is surely not covered.
  bool AsksSomethingElse(const RankedPart& part) const;
  // The question that can be answered by itself when another one of the message is not covered.
  const RankedPart* FindAskedAlone(const std::vector<RankedPart>& parts) const;
  // Whether a part is answered by a place other than a topic's.
  bool IsElsewhere(const RankedPart& part, int topic) const;
  void AnswerTwoQuestions(const std::vector<RankedPart>& parts, Match& match) const;
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
