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
// Below this share of it, a question is about something else, and not the context of what is asked
// beside it.
constexpr double kSomethingElse = 0.25;
// Of two questions that the same place answers, each has an answer of its own when its part means
// its topic at least this surely: "is heat good, and can I rub it?"
constexpr float kSurelyMeant = 0.9F;
// Topics to choose from: more do not fit beside a question on a telephone.
constexpr size_t kMostOptions = 3;
constexpr size_t kMostTopics = 5;  // in a match
// Asking is worth a tap when the best topic is less likely to serve than this, and the options
// together are this much likelier. Above that, answering was right more often than offering would
// have been.
constexpr float kTooUnclear = 0.3F;
constexpr float kWorthAsking = 1.8F;

float Served(const Ranking& ranking) { return ranking.topics.front().served; }
bool IsClear(const Ranking& ranking) {
  return !ranking.topics.empty() && Served(ranking) >= kClearPart;
}

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
      parts_(*vocabulary_, pack_->manifest()),
      exact_(*pack_) {}

Match RankingMatcher::Find(absl::Span<const text::Reading> conversation, bool explain) const {
  if (conversation.empty()) return {};
  const text::Reading& question = conversation.back();
  const int exact = exact_.Find(question.message);
  if (exact >= 0) return ExactMatch(exact, targets_);
  const Tokens alone_tokens = TokensOf(question, *vocabulary_);
  if (alone_tokens.words.empty() && conversation.size() == 1) return {};
  Ranking alone = ranker_.Judge(alone_tokens);
  if (IsSmallTalk(alone)) return AnswerBesideTalk(alone_tokens, alone, question, explain);
  if (conversation.size() == 1) return Answer(alone_tokens, alone, question, explain);
  const Tokens tokens = TokensOfConversation(conversation, *vocabulary_);
  Ranking together = ranker_.Judge(tokens);
  return Answer(tokens, together, question, explain);
}

bool RankingMatcher::IsSmallTalk(const Ranking& alone) const {
  return alone.shares.small_talk > alone.shares.topics &&
         alone.shares.small_talk > alone.shares.none;
}

// "Hi there! My calf cramps at night, why?"
Match RankingMatcher::AnswerBesideTalk(const Tokens& tokens, const Ranking& alone,
                                       const text::Reading& question, bool explain) const {
  RankedParts parts = PartsOf(question);
  const Ranking* asked = FindQuestion(parts);
  if (asked != nullptr) {
    Ranking ranking = *asked;
    return Answer(tokens, ranking, question, explain);
  }
  Match match;
  match.outcome = Outcome::kSmallTalk;
  match.small_talk = ranker_.LikeliestTalk(alone);
  match.coverage = alone.coverage;
  if (explain) Explain(tokens, alone, match);
  return match;
}

const Ranking* RankingMatcher::FindQuestion(RankedParts& parts) const {
  const Ranking* best = nullptr;
  for (size_t i = 0; i < parts.size(); ++i) {
    const RankedPart& part = parts.Rank(i);
    if (IsSmallTalk(part.ranking) || !part.covered) continue;
    if (best == nullptr || part.ranking.coverage > best->coverage) best = &part.ranking;
  }
  return best;
}

Match RankingMatcher::Answer(const Tokens& tokens, Ranking& ranking, const text::Reading& question,
                             bool explain) const {
  RankedParts parts = PartsOf(question);
  const bool covered = ranker_.Covers(ranking);
  const bool asks_more = covered && AsksSomethingElse(parts);
  const Ranking* alone = covered && !asks_more ? nullptr : FindAskedAlone(parts);
  const bool answers = covered || alone != nullptr;
  if (alone == nullptr && (answers || explain)) ranker_.Order(ranking);
  const Ranking& asked = alone == nullptr ? ranking : *alone;
  Match match;
  match.coverage = asked.coverage;
  Append(asked, match);
  if (answers) {
    match.outcome = Outcome::kAnswer;
    match.leaves_out = asks_more || !covered;
    AnswerTwoQuestions(parts, match);
    if (match.more_answers == 0) Clarify(asked, match);
  }
  if (explain) Explain(tokens, ranking, match);
  return match;
}

bool RankingMatcher::AsksSomethingElse(RankedParts& parts) const {
  for (size_t i = 0; i < parts.size(); ++i) {
    if (!parts.Part(i).asks) continue;
    const Ranking& ranking = parts.Rank(i).ranking;
    if (ranking.coverage < kSomethingElse * ranker_.threshold() && !IsSmallTalk(ranking)) {
      return true;
    }
  }
  return false;
}

// "Do you take my insurance? And does heat help a cramp?" Only what names the subject stands alone:
// "what causes it" would be covered whatever was told before.
const Ranking* RankingMatcher::FindAskedAlone(RankedParts& parts) {
  const Ranking* best = nullptr;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (!parts.Part(i).asks || !parts.Part(i).names_subject) continue;
    const RankedPart& part = parts.Rank(i);
    if (!part.covered || (best != nullptr && part.ranking.coverage <= best->coverage)) continue;
    if (!parts.MayLean(i)) best = &part.ranking;
  }
  return best;
}

bool RankingMatcher::WantsAnother(RankedParts& parts, size_t i, int topic) const {
  const Ranking& ranking = parts.Rank(i).ranking;
  const int best = ranking.topics.front().topic;
  if (best == topic) return false;
  if (!ranker_.SamePlace(best, topic)) return true;
  const float meant = ranking.probabilities[static_cast<size_t>(best)];
  return parts.Part(i).asks && parts.SeveralAsk() && meant >= kSurelyMeant * ranking.shares.topics;
}

const Ranking* RankingMatcher::FindSecondQuestion(RankedParts& parts, int first) const {
  // What rests on another place says more beside the first answer.
  const auto worth = [&](const Ranking& part) {
    return std::make_pair(!ranker_.SamePlace(part.topics.front().topic, first), Served(part));
  };
  const Ranking* second = nullptr;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (!parts.Part(i).asks) continue;
    const Ranking& ranking = parts.Rank(i).ranking;
    if (!IsClear(ranking) || !WantsAnother(parts, i, first)) continue;
    if (second == nullptr || worth(*second) < worth(ranking)) second = &ranking;
  }
  return second;
}

const Ranking* RankingMatcher::FirstClear(RankedParts& parts,
                                          absl::FunctionRef<bool(size_t)> is_wanted) {
  for (size_t i = 0; i < parts.size(); ++i) {
    const Ranking& ranking = parts.Rank(i).ranking;
    if (IsClear(ranking) && is_wanted(i)) return &ranking;
  }
  return nullptr;
}

void RankingMatcher::AnswerTwoQuestions(RankedParts& parts, Match& match) const {
  const int first = match.topics.front().topic;
  const Ranking* second = FindSecondQuestion(parts, first);
  if (second == nullptr) return;
  const bool asks_first =
      FirstClear(parts, [&](size_t i) { return !WantsAnother(parts, i, first); }) != nullptr;
  if (!asks_first) {
    // What the whole message is closest to is neither of its questions.
    const Ranking* other = FirstClear(
        parts, [&](size_t i) { return WantsAnother(parts, i, second->topics.front().topic); });
    if (other == nullptr) return;
    PutAt(0, *other, match);
  }
  PutAt(1, *second, match);
  match.more_answers = 1;
}

// Moves the best topic of a part of the message to a place among the topics of a match.
void RankingMatcher::PutAt(size_t place, const Ranking& ranking, Match& match) {
  const RankedTopic& topic = ranking.topics.front();
  const auto listed = std::find_if(match.topics.begin(), match.topics.end(),
                                   [&](const TopicScore& t) { return t.topic == topic.topic; });
  if (listed != match.topics.end()) match.topics.erase(listed);
  match.topics.insert(match.topics.begin() + static_cast<std::ptrdiff_t>(place),
                      {topic.topic, static_cast<double>(topic.served) * ranking.coverage, {}});
  if (match.topics.size() > kMostTopics) match.topics.resize(kMostTopics);
}

void RankingMatcher::Clarify(const Ranking& ranking, Match& match) const {
  const float best = Served(ranking);
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
  if (match.leaves_out) match.steps.emplace_back("one question of the message is not covered");
  if (match.more_answers > 0) match.steps.emplace_back("two questions in one message");
  if (match.outcome == Outcome::kClarify) {
    match.steps.emplace_back("no topic is clear enough alone: the first ones are offered");
  }
}

}  // namespace charley::match
