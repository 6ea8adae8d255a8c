#include "service/match/ranker.h"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "absl/container/inlined_vector.h"
#include "knowledge/status_macros.h"

namespace charley::match {
namespace {

// Topics that are kept of a ranking, and words that explain one.
constexpr size_t kMostTopics = 5;
constexpr size_t kMostWords = 6;
// Topics that are this much less likely to be meant than the likeliest one serve only who meant
// them, however many of the others' places they cite: who lies awake is not told of pregnancy
// because that answer cites the nights too. Read side by side with the replies of a choice by
// places alone, 51 of 86 were better, 22 worse.
constexpr float kUnlikely = 0.1F;
constexpr size_t kLanes = 8;  // of a search for the most, which run side by side
static_assert(kLanes >= kMostTopics);

absl::Status CheckTargets(const knowledge::v1::Pack& pack,
                          const knowledge::v1::RankerModel& model) {
  bool same = model.targets_size() == Targets(pack).size() && pack.topics_size() > 0;
  for (int i = 0; same && i < model.targets_size(); ++i) {
    const int talk = i - pack.topics_size();
    same = model.targets(i) == (talk < 0 ? pack.topics(i).id() : pack.small_talk(talk).id());
  }
  if (same && model.coverage_size() == static_cast<int>(kEvidenceCount) + 1) {
    return absl::OkStatus();
  }
  return absl::InvalidArgumentError(
      "the model match.ranker was learned from another pack: build the pack again");
}

// The most of every eighth probability, from the first, from the second and so on.
std::array<float, kLanes> MostByLane(absl::Span<const float> probabilities) {
  std::array<float, kLanes> most{};
  size_t begin = 0;
  for (; begin + kLanes <= probabilities.size(); begin += kLanes) {
    for (size_t i = 0; i < kLanes; ++i) most[i] = std::max(most[i], probabilities[begin + i]);
  }
  for (size_t i = 0; begin + i < probabilities.size(); ++i) {
    most[i] = std::max(most[i], probabilities[begin + i]);
  }
  return most;
}

// What topics are likely by: `serves_others` is what the answer may serve who meant another topic
// from, `kept` what a topic may be among the best from.
struct Bounds {
  float serves_others;
  float kept;
};

Bounds BoundsOf(absl::Span<const float> meant) {
  // As many lanes as topics are kept have one that is at least so likely, and an answer serves at
  // least who meant it.
  std::array<float, kLanes> most = MostByLane(meant);
  std::sort(most.begin(), most.end(), std::greater<>());
  const float serves_others = kUnlikely * most.front();
  return {serves_others, std::min(serves_others, most[kMostTopics - 1])};
}

// Puts the topics that serve best first, and of equal ones those that come first; leaves out the
// rest.
void KeepBest(std::vector<RankedTopic>& topics) {
  const size_t count = std::min(topics.size(), kMostTopics);
  const auto better = [](const RankedTopic& a, const RankedTopic& b) {
    return a.served != b.served ? a.served > b.served : a.topic < b.topic;
  };
  std::partial_sort(topics.begin(), topics.begin() + static_cast<std::ptrdiff_t>(count),
                    topics.end(), better);
  topics.resize(count);
}

}  // namespace

absl::StatusOr<Ranker> Ranker::Create(const knowledge::v1::Pack& pack,
                                      const knowledge::v1::RankerModel& model,
                                      const text::Vocabulary& vocabulary) {
  RETURN_IF_ERROR(CheckTargets(pack, model));
  ASSIGN_OR_RETURN(ScoringModel scoring, ScoringModel::Create(model, vocabulary));
  return Ranker(pack, model, std::move(scoring));
}

Ranker::Ranker(const knowledge::v1::Pack& pack, const knowledge::v1::RankerModel& model,
               ScoringModel scoring)
    : targets_(pack),
      scoring_(std::move(scoring)),
      agreement_(pack),
      sharpness_(model.sharpness()),
      coverage_(model.coverage().begin(), model.coverage().end()),
      threshold_(model.threshold()) {}

Ranking Ranker::Judge(const Tokens& tokens) const {
  Ranking ranking;
  scoring_.Score(tokens, ranking.scores);
  ranking.probabilities = ProbabilitiesOf(ranking.scores, targets_, sharpness_);
  ranking.shares = SharesOf(ranking.probabilities, targets_);
  ranking.coverage = CoverageOf(EvidenceOf(ranking.scores, ranking.shares), coverage_);
  return ranking;
}

void Ranker::Order(Ranking& ranking) const {
  ranking.topics = BestOf(
      absl::MakeConstSpan(ranking.probabilities).first(static_cast<size_t>(targets_.topics)));
  for (RankedTopic& topic : ranking.topics) topic.served /= ranking.shares.topics;
}

std::vector<RankedTopic> Ranker::BestOf(absl::Span<const float> meant) const {
  const Bounds bounds = BoundsOf(meant);
  absl::InlinedVector<uint16_t, 128> kept(meant.size());
  size_t count = 0;
  for (size_t i = 0; i < meant.size(); ++i) {
    kept[count] = static_cast<uint16_t>(i);
    count += meant[i] >= bounds.kept ? 1 : 0;  // no branch, which could not be foreseen
  }
  std::vector<RankedTopic> topics;
  topics.reserve(count);
  for (size_t i = 0; i < count; ++i) {
    const bool serves_others = meant[kept[i]] >= bounds.serves_others;
    topics.push_back({kept[i], serves_others ? agreement_.Served(kept[i], meant) : meant[kept[i]]});
  }
  KeepBest(topics);
  return topics;
}

Ranking Ranker::Rank(const Tokens& tokens) const {
  Ranking ranking = Judge(tokens);
  Order(ranking);
  return ranking;
}

int Ranker::LikeliestTalk(const Ranking& ranking) const {
  const auto begin = ranking.probabilities.begin() + targets_.topics;
  return static_cast<int>(std::max_element(begin, begin + targets_.small_talk) - begin);
}

std::vector<std::string> Ranker::WordsFor(int topic, const Tokens& tokens) const {
  std::vector<std::pair<float, absl::string_view>> parts;
  for (const WordToken& word : tokens.words) {
    const float part = scoring_.Contribution(word, static_cast<size_t>(topic));
    if (part > 0) parts.emplace_back(-part, word.form);
  }
  std::sort(parts.begin(), parts.end());
  if (parts.size() > kMostWords) parts.resize(kMostWords);
  std::vector<std::string> words;
  for (const auto& [part, form] : parts) words.emplace_back(form);
  return words;
}

}  // namespace charley::match
