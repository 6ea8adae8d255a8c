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
// Beside what is covered, this share of the threshold is enough: "and how long should it last"
// leans on what was asked before.
constexpr double kCoveredBeside = 0.6;
// Below this share of it, a question is about something else, and not the context of what is asked
// beside it.
constexpr double kSomethingElse = 0.25;
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
      parts_(*vocabulary_, pack_->manifest().subject()),
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
  ranked.reserve(parts.size());
  for (const QuestionPart& part : parts_.Describe(question, parts)) {
    Ranking ranking = ranker_.Judge(TokensOfPart(question, part.words, *vocabulary_));
    const bool covered = ranker_.Covers(ranking);
    // What is not covered answers nothing, whichever of its topics stands first.
    if (covered || ranking.coverage >= kCoveredBeside * ranker_.threshold()) ranker_.Order(ranking);
    ranked.push_back({part, std::move(ranking), covered});
  }
  return ranked;
}

const RankingMatcher::RankedPart* RankingMatcher::FindQuestion(
    const std::vector<RankedPart>& parts) const {
  const RankedPart* best = nullptr;
  for (const RankedPart& part : parts) {
    if (IsSmallTalk(part.ranking) || !part.covered) continue;
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
  const bool whole_covered = ranker_.Covers(ranking);
  const std::vector<RankedPart> parts = RankParts(question);
  const bool asks_more = std::any_of(parts.begin(), parts.end(), [this](const RankedPart& part) {
    return AsksSomethingElse(part);
  });
  const RankedPart* alone = asks_more || !whole_covered ? FindAskedAlone(parts) : nullptr;
  const Ranking& asked = alone == nullptr ? ranking : alone->ranking;
  match.coverage = asked.coverage;
  Append(asked, match);
  if (alone == nullptr && !whole_covered) return match;
  match.outcome = Outcome::kAnswer;
  match.leaves_out = asks_more || !whole_covered;
  AnswerTwoQuestions(parts, match);
  if (match.more_answers == 0) Clarify(asked, match);
  return match;
}

bool RankingMatcher::AsksSomethingElse(const RankedPart& part) const {
  return part.part.asks && part.ranking.coverage < kSomethingElse * ranker_.threshold() &&
         !IsSmallTalk(part.ranking);
}

// "Do you take my insurance? And does heat help a cramp?" Only what names the subject stands alone:
// "what causes it" would be covered whatever was told before. What is told before and not asked may
// be what the question is about, and so may another kind of the subject ("period cramps").
const RankingMatcher::RankedPart* RankingMatcher::FindAskedAlone(
    const std::vector<RankedPart>& parts) const {
  const RankedPart* best = nullptr;
  bool may_lean = false;
  bool named_another = false;
  for (const RankedPart& part : parts) {
    if (!part.covered) {
      named_another = named_another || part.part.names_subject;
      may_lean = named_another || !part.part.asks;
    } else if (part.part.asks && part.part.names_subject && !may_lean &&
               (best == nullptr || part.ranking.coverage > best->ranking.coverage)) {
      best = &part;
    }
  }
  return best;
}

bool RankingMatcher::IsElsewhere(const RankedPart& part, int topic) const {
  const int best = part.ranking.topics.front().topic;
  return best != topic && !ranker_.SamePlace(best, topic);
}

void RankingMatcher::AnswerTwoQuestions(const std::vector<RankedPart>& parts, Match& match) const {
  const int first = match.topics.front().topic;
  const RankedPart* second = nullptr;
  bool first_asked = false;
  for (const RankedPart& part : parts) {
    if (!IsClear(part.ranking)) continue;
    if (!IsElsewhere(part, first)) {
      first_asked = true;
    } else if (part.part.asks &&
               (second == nullptr || Served(second->ranking) < Served(part.ranking))) {
      second = &part;
    }
  }
  if (second == nullptr) return;
  if (!first_asked) {
    // What the whole message is closest to is neither of its questions.
    const int topic = second->ranking.topics.front().topic;
    const auto other = std::find_if(parts.begin(), parts.end(), [&](const RankedPart& part) {
      return IsClear(part.ranking) && IsElsewhere(part, topic);
    });
    if (other == parts.end()) return;
    PutAt(0, other->ranking, match);
  }
  PutAt(1, second->ranking, match);
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
