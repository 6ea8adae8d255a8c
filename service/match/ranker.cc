#include "service/match/ranker.h"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

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
  for (size_t begin = 0; begin < probabilities.size(); begin += kLanes) {
    const size_t lanes = std::min(kLanes, probabilities.size() - begin);
    for (size_t i = 0; i < lanes; ++i) most[i] = std::max(most[i], probabilities[begin + i]);
  }
  return most;
}

float MostOf(absl::Span<const float> probabilities) {
  const std::array<float, kLanes> most = MostByLane(probabilities);
  return *std::max_element(most.begin(), most.end());
}

// The topics that serve best, best first.
std::vector<RankedTopic> BestOf(absl::Span<const float> served) {
  // As many lanes as topics are looked for have one that serves at least so well.
  std::array<float, kLanes> most = MostByLane(served);
  std::nth_element(most.begin(), most.begin() + kMostTopics - 1, most.end(), std::greater<>());
  const float least = most[kMostTopics - 1];
  std::vector<RankedTopic> best(served.size());
  size_t count = 0;
  for (size_t i = 0; i < served.size(); ++i) {
    best[count] = {static_cast<int>(i), served[i]};
    count += served[i] >= least ? 1 : 0;  // no branch, which could not be foreseen
  }
  best.resize(count);
  std::sort(best.begin(), best.end(), [](const RankedTopic& a, const RankedTopic& b) {
    return a.served != b.served ? a.served > b.served : a.topic < b.topic;
  });
  if (best.size() > kMostTopics) best.resize(kMostTopics);
  return best;
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
  const auto meant =
      absl::MakeConstSpan(ranking.probabilities).first(static_cast<size_t>(targets_.topics));
  ranking.topics = BestOf(Served(meant));
  for (RankedTopic& topic : ranking.topics) topic.served /= ranking.shares.topics;
}

Ranking Ranker::Rank(const Tokens& tokens) const {
  Ranking ranking = Judge(tokens);
  Order(ranking);
  return ranking;
}

std::vector<float> Ranker::Served(absl::Span<const float> meant) const {
  const float unlikely = kUnlikely * MostOf(meant);
  std::vector<float> served(meant.begin(), meant.end());
  for (size_t i = 0; i < meant.size(); ++i) {
    if (meant[i] >= unlikely) served[i] = agreement_.Served(i, meant);
  }
  return served;
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
