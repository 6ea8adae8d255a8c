#include "service/match/ranker.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "absl/base/casts.h"
#include "absl/container/inlined_vector.h"
#include "absl/numeric/bits.h"
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
  const float* next = probabilities.data();
  size_t left = probabilities.size();
  for (; left >= kLanes; left -= kLanes, next += kLanes) {
    for (size_t i = 0; i < kLanes; ++i) most[i] = most[i] < next[i] ? next[i] : most[i];
  }
  for (size_t i = 0; i < left; ++i) most[i] = std::max(most[i], next[i]);
  return most;
}

// The greatest first, by exchanges alone: no branch, which could not be foreseen.
void SortDescending(std::array<float, kLanes>& numbers) {
  for (size_t end = kLanes; end > 1; --end) {
    for (size_t i = 1; i < end; ++i) {
      const float first = numbers[i - 1];
      const float second = numbers[i];
      numbers[i - 1] = first < second ? second : first;
      numbers[i] = second < first ? second : first;
    }
  }
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
  SortDescending(most);
  const float serves_others = kUnlikely * most.front();
  return {serves_others, std::min(serves_others, most[kMostTopics - 1])};
}

// Writes the index of each probability that is at least `least`, and returns how many there are.
// Each is marked by a byte, many at a time; then eight bytes tell at once that none is.
size_t IndicesFrom(float least, absl::Span<const float> probabilities, uint64_t* indices) {
  absl::InlinedVector<uint8_t, 128> room((probabilities.size() + 7) / 8 * 8, 0);
  uint8_t* const marks = room.data();
  const float* const probability = probabilities.data();
  for (size_t i = 0, size = probabilities.size(); i < size; ++i) {
    marks[i] = probability[i] >= least ? 1 : 0;
  }
  size_t count = 0;
  for (size_t begin = 0; begin < room.size(); begin += 8) {
    uint64_t eight;
    std::memcpy(&eight, marks + begin, sizeof(eight));
    for (; eight != 0; eight &= eight - 1) {
      indices[count++] = begin + static_cast<size_t>(absl::countr_zero(eight)) / 8;
    }
  }
  return count;
}

// A topic and how well it serves as one number: the greater one serves better or, if both serve
// alike, comes first.
uint64_t Pack(size_t topic, float served) {
  return uint64_t{absl::bit_cast<uint32_t>(served)} << 32 | static_cast<uint32_t>(~topic);
}
RankedTopic Unpack(uint64_t packed) {
  return {static_cast<int>(~static_cast<uint32_t>(packed)),
          absl::bit_cast<float>(static_cast<uint32_t>(packed >> 32))};
}

// The greatest numbers, the greatest first. No branch depends on one, which could not be foreseen.
RankedTopics UnpackBest(absl::Span<uint64_t> packed) {
  RankedTopics best(std::min(packed.size(), kMostTopics));
  for (RankedTopic& topic : best) {
    uint64_t most = 0;
    for (uint64_t& number : packed) {
      const uint64_t is_greater = number > most ? 1 : 0;
      const uint64_t change = (most ^ number) & (0 - is_greater);
      most ^= change;
      number ^= change;
    }
    topic = Unpack(most);
  }
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
  ranking.topics = BestOf(
      absl::MakeConstSpan(ranking.probabilities).first(static_cast<size_t>(targets_.topics)));
  for (RankedTopic& topic : ranking.topics) topic.served /= ranking.shares.topics;
}

RankedTopics Ranker::BestOf(absl::Span<const float> meant) const {
  const Bounds bounds = BoundsOf(meant);
  absl::InlinedVector<uint64_t, 128> room(meant.size());
  uint64_t* const kept = room.data();  // a vector and a span check each index
  const float* const chance = meant.data();
  const size_t count = IndicesFrom(bounds.kept, meant, kept);
  for (size_t i = 0; i < count; ++i) {
    const size_t topic = kept[i];
    const bool serves_others = chance[topic] >= bounds.serves_others;
    kept[i] = Pack(topic, serves_others ? agreement_.Served(topic, meant) : chance[topic]);
  }
  return UnpackBest(absl::MakeSpan(kept, count));
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
