// The trained ranker of topics.

#ifndef CHARLEY_SERVICE_MATCH_RANKER_H_
#define CHARLEY_SERVICE_MATCH_RANKER_H_

#include <string>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "charley/knowledge/v1/pack.pb.h"
#include "charley/knowledge/v1/ranker.pb.h"
#include "service/match/agreement.h"
#include "service/match/evidence.h"
#include "service/match/scoring_model.h"
#include "service/match/targets.h"
#include "service/match/tokens.h"

namespace charley::match {

// A topic that may answer.
struct RankedTopic {
  int topic = -1;
  float served = 0;  // probability that its answer serves who wrote the message, if any topic does
};

// The best first, at most 5.
using RankedTopics = absl::InlinedVector<RankedTopic, 5>;

// What the ranker makes of some words.
struct Ranking {
  Scores scores;
  std::vector<float> probabilities;
  Shares shares;
  double coverage = 0;  // probability that the pack answers
  RankedTopics topics;  // none of what Judge gives
};

// Scores words by the model, makes probabilities of the scores, and orders topics by how well their
// answers would serve. Immutable; thread-safe.
class Ranker {
 public:
  // INVALID_ARGUMENT: the model is not of this pack.
  static absl::StatusOr<Ranker> Create(const knowledge::v1::Pack& pack,
                                       const knowledge::v1::RankerModel& model,
                                       const text::Vocabulary& vocabulary);

  // As ScoringModel's.
  void Prefetch(absl::Span<const text::ReadWord> words) const { scoring_.Prefetch(words); }

  // What the words make of every target, and of being covered at all.
  Ranking Judge(const Tokens& tokens) const;
  // The same, with the topics in their order.
  Ranking Rank(const Tokens& tokens) const;
  // Orders the topics of a ranking by Judge.
  void Order(Ranking& ranking) const;

  bool Covers(const Ranking& ranking) const { return ranking.coverage >= threshold_; }
  double threshold() const { return threshold_; }
  // Whether two topics' answers rest on the same place first.
  bool SamePlace(int a, int b) const {
    return agreement_.SamePlace(static_cast<size_t>(a), static_cast<size_t>(b));
  }
  // The small talk that is likeliest.
  int LikeliestTalk(const Ranking& ranking) const;
  // The words that count most towards a topic, weightiest first.
  std::vector<std::string> WordsFor(int topic, const Tokens& tokens) const;

 private:
  Ranker(const knowledge::v1::Pack& pack, const knowledge::v1::RankerModel& model,
         ScoringModel scoring);

  // The topics whose answers serve best, best first, given the probability of each to be meant.
  RankedTopics BestOf(absl::Span<const float> meant) const;

  Targets targets_;
  ScoringModel scoring_;
  Agreement agreement_;
  float sharpness_;
  std::vector<double> coverage_;
  double threshold_;
};

}  // namespace charley::match

#endif  // CHARLEY_SERVICE_MATCH_RANKER_H_
