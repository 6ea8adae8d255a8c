#include "service/match/ranked_parts.h"

#include <algorithm>

#include "service/match/tokens.h"

namespace charley::match {
namespace {

// Beside what is covered, this share of the threshold is enough: "and how long should it last"
// leans on what was asked before.
constexpr double kCoveredBeside = 0.6;

}  // namespace

RankedParts::RankedParts(const QuestionParts& parts, const Ranker& ranker,
                         const text::Vocabulary& vocabulary, const text::Reading& question)
    : ranker_(ranker), vocabulary_(vocabulary), question_(question) {
  const Segments segments = parts.Split(question);
  if (segments.size() < 2) return;
  parts_ = parts.Describe(question, segments);
  ranked_.resize(parts_.size());
}

bool RankedParts::SeveralAsk() const {
  return std::count_if(parts_.begin(), parts_.end(),
                       [](const QuestionPart& part) { return part.asks; }) >= 2;
}

const RankedPart& RankedParts::Rank(size_t i) {
  RankedPart& part = ranked_[i];
  if (part.is_ranked) return part;
  part.is_ranked = true;
  part.ranking = ranker_.Judge(TokensOfPart(question_, parts_[i].words, vocabulary_));
  part.covered = ranker_.Covers(part.ranking);
  // What is not covered answers nothing, whichever of its topics stands first.
  if (part.covered || part.ranking.coverage >= kCoveredBeside * ranker_.threshold()) {
    ranker_.Order(part.ranking);
  }
  return part;
}

bool RankedParts::MayLean(size_t i) {
  bool is_nearest = true;  // of the parts before that are not covered
  while (i-- > 0) {
    if (Rank(i).covered) continue;
    if (parts_[i].names_subject || (is_nearest && !parts_[i].asks)) return true;
    is_nearest = false;
  }
  return false;
}

}  // namespace charley::match
