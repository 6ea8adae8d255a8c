#include "service/match/ranker.h"

#include <algorithm>
#include <array>
#include <utility>

#include "knowledge/status_macros.h"

namespace charley::match {
namespace {

// Topics that are kept of a ranking, and words that explain one.
constexpr size_t kMostTopics = 5;
constexpr size_t kMostWords = 6;
// Topics that may be chosen: all others have next to no probability.
constexpr size_t kConsidered = 8;
// The share of the best topic's worth from which the likeliest one is preferred.
constexpr float kNearlyAsWell = 0.9F;

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

// The likeliest topics, best first.
std::vector<RankedTopic> Likeliest(absl::Span<const float> meant) {
  // Each lane's most: the least of them lies no higher than the last that is looked for.
  std::array<float, kConsidered> most{};
  for (size_t begin = 0; begin < meant.size(); begin += kConsidered) {
    const size_t lanes = std::min(kConsidered, meant.size() - begin);
    for (size_t i = 0; i < lanes; ++i) most[i] = std::max(most[i], meant[begin + i]);
  }
  const float least = *std::min_element(most.begin(), most.end());
  std::vector<RankedTopic> likeliest;
  likeliest.reserve(2 * kConsidered);
  for (size_t i = 0; i < meant.size(); ++i) {
    if (meant[i] >= least) likeliest.push_back({static_cast<int>(i), meant[i]});
  }
  std::sort(likeliest.begin(), likeliest.end(), [](const RankedTopic& a, const RankedTopic& b) {
    return a.served != b.served ? a.served > b.served : a.topic < b.topic;
  });
  if (likeliest.size() > kConsidered) likeliest.resize(kConsidered);
  return likeliest;
}

}  // namespace

void OrderByWorth(std::vector<RankedTopic>& topics) {
  if (topics.empty()) return;
  const RankedTopic likeliest = topics.front();
  for (auto it = topics.begin(); it != topics.end(); ++it) {  // few, and nearly in order
    const auto at = std::upper_bound(
        topics.begin(), it, *it,
        [](const RankedTopic& a, const RankedTopic& b) { return a.served > b.served; });
    std::rotate(at, it, it + 1);
  }
  if (likeliest.served < kNearlyAsWell * topics.front().served) return;
  const auto at = std::find_if(topics.begin(), topics.end(), [&](const RankedTopic& topic) {
    return topic.topic == likeliest.topic;
  });
  std::rotate(topics.begin(), at, at + 1);
}

absl::StatusOr<Ranker> Ranker::Create(const knowledge::v1::Pack& pack,
                                      const knowledge::v1::RankerModel& model,
                                      const text::Vocabulary& vocabulary) {
  RETURN_IF_ERROR(CheckTargets(pack, model));
  ASSIGN_OR_RETURN(LinearModel linear, LinearModel::Create(model, vocabulary));
  return Ranker(pack, model, std::move(linear));
}

Ranker::Ranker(const knowledge::v1::Pack& pack, const knowledge::v1::RankerModel& model,
               LinearModel linear)
    : targets_(pack),
      linear_(std::move(linear)),
      agreement_(pack),
      sharpness_(model.sharpness()),
      coverage_(model.coverage().begin(), model.coverage().end()),
      threshold_(model.threshold()) {}

Ranking Ranker::Rank(const Tokens& tokens) const {
  Ranking ranking;
  linear_.Score(tokens, ranking.scores);
  ranking.probabilities = ProbabilitiesOf(ranking.scores, targets_, sharpness_);
  ranking.shares = SharesOf(ranking.probabilities, targets_);
  ranking.coverage = CoverageOf(EvidenceOf(ranking.scores, ranking.shares), coverage_);
  const auto meant =
      absl::MakeConstSpan(ranking.probabilities).first(static_cast<size_t>(targets_.topics));
  ranking.topics = Likeliest(meant);
  for (RankedTopic& topic : ranking.topics) {
    topic.served =
        agreement_.Served(static_cast<size_t>(topic.topic), meant) / ranking.shares.topics;
  }
  OrderByWorth(ranking.topics);
  if (ranking.topics.size() > kMostTopics) ranking.topics.resize(kMostTopics);
  return ranking;
}

int Ranker::LikeliestTalk(const Ranking& ranking) const {
  const auto begin = ranking.probabilities.begin() + targets_.topics;
  return static_cast<int>(std::max_element(begin, begin + targets_.small_talk) - begin);
}

std::vector<std::string> Ranker::WordsFor(int topic, const Tokens& tokens) const {
  std::vector<std::pair<float, absl::string_view>> parts;
  for (const WordToken& word : tokens.words) {
    const float part = linear_.Contribution(word, static_cast<size_t>(topic));
    if (part > 0) parts.emplace_back(-part, word.form);
  }
  std::sort(parts.begin(), parts.end());
  if (parts.size() > kMostWords) parts.resize(kMostWords);
  std::vector<std::string> words;
  for (const auto& [part, form] : parts) words.emplace_back(form);
  return words;
}

}  // namespace charley::match
