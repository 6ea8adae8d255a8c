#include "service/match/ranking_matcher.h"

#include <algorithm>
#include <utility>

#include "absl/memory/memory.h"
#include "absl/strings/str_format.h"
#include "knowledge/status_macros.h"

namespace charley::match {
namespace {

// A part of a message is a question of its own when its topic is at least this clear.
constexpr float kClearPart = 0.6F;
// Topics to choose from: more do not fit beside a question on a telephone.
constexpr size_t kMostOptions = 3;
constexpr size_t kMostTopics = 5;  // in a match
// Asking is worth a tap when the best topic is less likely to serve than this, and the options
// together are this much likelier. Above that, answering was right more often than offering would
// have been.
constexpr float kTooUnclear = 0.3F;
constexpr float kWorthAsking = 1.8F;

void Append(const Ranking& ranking, Match& match) {
  match.topics.reserve(ranking.topics.size() + 1);  // and a second question's
  for (const RankedTopic& topic : ranking.topics) {
    match.topics.push_back({topic.topic, static_cast<double>(topic.served) * ranking.coverage, {}});
  }
}

}  // namespace

absl::StatusOr<std::unique_ptr<const RankingMatcher>> RankingMatcher::Create(
    std::shared_ptr<const knowledge::v1::Pack> pack,
    std::shared_ptr<const text::Vocabulary> vocabulary, const knowledge::v1::RankerModel& model) {
  ASSIGN_OR_RETURN(Ranker ranker, Ranker::Create(*pack, model, *vocabulary));
  return absl::WrapUnique(
      new RankingMatcher(std::move(pack), std::move(vocabulary), std::move(ranker)));
}

RankingMatcher::RankingMatcher(std::shared_ptr<const knowledge::v1::Pack> pack,
                               std::shared_ptr<const text::Vocabulary> vocabulary, Ranker ranker)
    : pack_(std::move(pack)),
      vocabulary_(std::move(vocabulary)),
      targets_(*pack_),
      ranker_(std::move(ranker)),
      parts_(*vocabulary_),
      exact_(*pack_) {}

Match RankingMatcher::Find(absl::Span<const text::Reading> conversation, bool explain) const {
  if (conversation.empty()) return {};
  const text::Reading& question = conversation.back();
  const int exact = exact_.Find(question.message);
  if (exact >= 0) return ExactMatch(exact, targets_);
  const Tokens alone_tokens = TokensOf(question, *vocabulary_);
  if (alone_tokens.words.empty() && conversation.size() == 1) return {};
  const Ranking alone = ranker_.Rank(alone_tokens);
  if (IsSmallTalk(alone)) {
    const std::vector<RankedPart> parts = RankParts(question);
    const RankedPart* asked = FindQuestion(parts);
    Match match = asked == nullptr ? Talk(alone) : Answer(asked->ranking, question);
    if (explain) Explain(alone_tokens, asked == nullptr ? alone : asked->ranking, match);
    return match;
  }
  if (conversation.size() == 1) {
    Match match = Answer(alone, question);
    if (explain) Explain(alone_tokens, alone, match);
    return match;
  }
  const Tokens tokens = TokensOfConversation(conversation, *vocabulary_);
  const Ranking together = ranker_.Rank(tokens);
  Match match = Answer(together, question);
  if (explain) Explain(tokens, together, match);
  return match;
}

bool RankingMatcher::IsSmallTalk(const Ranking& alone) const {
  return alone.shares.small_talk > alone.shares.topics &&
         alone.shares.small_talk > alone.shares.none;
}

std::vector<RankingMatcher::RankedPart> RankingMatcher::RankParts(
    const text::Reading& question) const {
  std::vector<RankedPart> ranked;
  const Segments parts = parts_.Split(question);
  if (parts.size() < 2) return ranked;
  for (const Segment& part : parts) {
    ranked.push_back({part, ranker_.Judge(TokensOfPart(question, part, *vocabulary_))});
    // What is not covered answers nothing, whichever of its topics stands first.
    if (ranker_.Covers(ranked.back().ranking)) ranker_.Order(ranked.back().ranking);
  }
  return ranked;
}

const RankingMatcher::RankedPart* RankingMatcher::FindQuestion(
    const std::vector<RankedPart>& parts) const {
  const RankedPart* best = nullptr;
  for (const RankedPart& part : parts) {
    if (IsSmallTalk(part.ranking) || !ranker_.Covers(part.ranking)) continue;
    if (best == nullptr || part.ranking.coverage > best->ranking.coverage) best = &part;
  }
  return best;
}

Match RankingMatcher::Talk(const Ranking& ranking) const {
  Match match;
  match.outcome = Outcome::kSmallTalk;
  match.small_talk = ranker_.LikeliestTalk(ranking);
  match.coverage = ranking.coverage;
  return match;
}

Match RankingMatcher::Answer(const Ranking& ranking, const text::Reading& question) const {
  Match match;
  match.coverage = ranking.coverage;
  Append(ranking, match);
  if (!ranker_.Covers(ranking)) return match;
  match.outcome = Outcome::kAnswer;
  AddSecondQuestion(RankParts(question), match);
  if (match.more_answers == 0) Clarify(ranking, match);
  return match;
}

void RankingMatcher::AddSecondQuestion(const std::vector<RankedPart>& parts, Match& match) const {
  const int first = match.topics.front().topic;
  const RankedPart* second = nullptr;
  bool first_asked = false;
  for (const RankedPart& part : parts) {
    if (!ranker_.Covers(part.ranking)) continue;
    const RankedTopic& best = part.ranking.topics.front();
    if (best.served < kClearPart) continue;
    if (best.topic == first || ranker_.SamePlace(best.topic, first)) {
      first_asked = true;
    } else if (second == nullptr || best.served > second->ranking.topics.front().served) {
      second = &part;
    }
  }
  if (!first_asked || second == nullptr) return;
  const RankedTopic& topic = second->ranking.topics.front();
  const auto listed = std::find_if(match.topics.begin(), match.topics.end(),
                                   [&](const TopicScore& t) { return t.topic == topic.topic; });
  if (listed != match.topics.end()) match.topics.erase(listed);
  match.topics.insert(
      match.topics.begin() + 1,
      {topic.topic, static_cast<double>(topic.served) * second->ranking.coverage, {}});
  if (match.topics.size() > kMostTopics) match.topics.resize(kMostTopics);
  match.more_answers = 1;
}

void RankingMatcher::Clarify(const Ranking& ranking, Match& match) const {
  const float best = ranking.topics.front().served;
  if (best >= kTooUnclear) return;
  std::vector<TopicScore> options;
  float together = 0;
  for (size_t i = 0; i < ranking.topics.size() && options.size() < kMostOptions; ++i) {
    const int topic = ranking.topics[i].topic;
    const bool seen = std::any_of(options.begin(), options.end(), [&](const TopicScore& option) {
      return ranker_.SamePlace(option.topic, topic);
    });
    if (seen) continue;
    options.push_back(match.topics[i]);
    together += ranking.topics[i].served;
  }
  if (options.size() < 2 || together < kWorthAsking * best) return;
  match.outcome = Outcome::kClarify;
  match.options = static_cast<int>(options.size());
  match.topics = std::move(options);
}

void RankingMatcher::Explain(const Tokens& tokens, const Ranking& ranking, Match& match) const {
  for (TopicScore& topic : match.topics) topic.matched = ranker_.WordsFor(topic.topic, tokens);
  match.steps.push_back(absl::StrFormat("topics together %.2f, small talk %.2f, none of these %.2f",
                                        static_cast<double>(ranking.shares.topics),
                                        static_cast<double>(ranking.shares.small_talk),
                                        static_cast<double>(ranking.shares.none)));
  match.steps.push_back(absl::StrFormat("coverage %.3f against a threshold of %.3f",
                                        ranking.coverage, ranker_.threshold()));
  if (match.more_answers > 0) match.steps.emplace_back("two questions in one message");
  if (match.outcome == Outcome::kClarify) {
    match.steps.emplace_back("no topic is clear enough alone: the first ones are offered");
  }
}

}  // namespace charley::match
