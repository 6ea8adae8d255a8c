#include "service/curate/topic_comparison.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "knowledge/status_macros.h"
#include "service/answer/limits.h"
#include "service/match/ranker.h"
#include "service/match/tokens.h"
#include "service/match/training.h"

namespace charley::curate {
namespace {

constexpr size_t kMostLeads = 3;
constexpr double kLeastProbability = 1e-9;  // keeps the log odds finite

using Conversation = std::vector<text::Reading>;

Conversation ReadRecent(const v1::AskRequest& request, const text::Vocabulary& vocabulary) {
  Conversation conversation;
  const int most = static_cast<int>(limits::kEarlierMessagesForMatching);
  for (int i = std::max(0, request.earlier_size() - most); i < request.earlier_size(); ++i) {
    conversation.push_back(text::Read(request.earlier(i), vocabulary));
  }
  conversation.push_back(text::Read(request.question(), vocabulary));
  return conversation;
}

match::Tokens Without(match::StemKey32 stem, match::Tokens tokens) {
  const auto is_word = [stem](const match::WordToken& word) { return word.stem == stem; };
  const auto holds_word = [stem](const match::PairToken& pair) {
    return pair.key >> 32 == stem || static_cast<match::StemKey32>(pair.key) == stem;
  };
  tokens.words.erase(std::remove_if(tokens.words.begin(), tokens.words.end(), is_word),
                     tokens.words.end());
  tokens.pairs.erase(std::remove_if(tokens.pairs.begin(), tokens.pairs.end(), holds_word),
                     tokens.pairs.end());
  return tokens;
}

double LogOdds(double probability) {
  return std::log((probability + kLeastProbability) / (1 - probability + kLeastProbability));
}

// The rankings of a conversation: whole, and without each of its words.
class Occlusion {
 public:
  Occlusion(const match::Ranker& ranker, const match::Tokens& tokens)
      : whole_(ranker.Rank(tokens)) {
    for (const match::WordToken& word : tokens.words) {
      if (!stems_.insert(word.stem).second) continue;
      parts_.emplace_back(std::string(word.form), ranker.Rank(Without(word.stem, tokens)));
    }
  }

  const match::Ranking& whole() const { return whole_; }

  // What each word adds to `measure(ranking)`, the largest effect first.
  template <typename Measure>
  std::vector<WordEffect> EffectsOn(Measure measure) const {
    std::vector<WordEffect> effects;
    for (const auto& [word, ranking] : parts_) {
      effects.push_back({word, measure(whole_) - measure(ranking)});
    }
    std::stable_sort(effects.begin(), effects.end(), [](const WordEffect& a, const WordEffect& b) {
      return std::abs(a.effect) > std::abs(b.effect);
    });
    return effects;
  }

 private:
  match::Ranking whole_;
  absl::flat_hash_set<match::StemKey32> stems_;  // of parts_
  std::vector<std::pair<std::string, match::Ranking>> parts_;
};

absl::StatusOr<int> FindTopic(const knowledge::v1::Pack& pack, const std::string& id) {
  for (int i = 0; i < pack.topics_size(); ++i) {
    if (pack.topics(i).id() == id) return i;
  }
  return absl::NotFoundError(absl::StrCat("topic ", id, " is not in the pack"));
}

}  // namespace

absl::StatusOr<absl::optional<knowledge::v1::RankerModel>> FindRanker(
    const knowledge::v1::Pack& pack) {
  for (const knowledge::v1::Model& model : pack.models()) {
    if (model.name() != match::kRankerName) continue;
    knowledge::v1::RankerModel ranker;
    if (ranker.ParseFromString(model.data())) return absl::make_optional(std::move(ranker));
    return absl::InvalidArgumentError("the pack's ranker does not parse: build the pack again");
  }
  return absl::optional<knowledge::v1::RankerModel>();
}

absl::StatusOr<TopicComparison> CompareTopics(const knowledge::v1::RankerModel& model,
                                              const answer::Engine& engine,
                                              const v1::AskRequest& request,
                                              const std::string& chosen) {
  ASSIGN_OR_RETURN(const int topic, FindTopic(engine.pack(), chosen));
  ASSIGN_OR_RETURN(const match::Ranker ranker,
                   match::Ranker::Create(engine.pack(), model, engine.vocabulary()));
  const Conversation conversation = ReadRecent(request, engine.vocabulary());
  const Occlusion occlusion(ranker, match::TokensOfConversation(conversation, engine.vocabulary()));
  TopicComparison comparison;
  comparison.chosen = chosen;
  comparison.ranked_first = engine.pack().topics(occlusion.whole().topics.front().topic).id();
  for (const match::RankedTopic& other : occlusion.whole().topics) {
    if (other.topic == topic || comparison.leads.size() == kMostLeads) continue;
    const auto lead = [&](const match::Ranking& ranking) {
      return static_cast<double>(ranking.scores[static_cast<size_t>(topic)] -
                                 ranking.scores[static_cast<size_t>(other.topic)]);
    };
    comparison.leads.push_back({engine.pack().topics(other.topic).id(), lead(occlusion.whole()),
                                occlusion.EffectsOn(lead)});
  }
  comparison.coverage =
      occlusion.EffectsOn([](const match::Ranking& ranking) { return LogOdds(ranking.coverage); });
  return comparison;
}

}  // namespace charley::curate
