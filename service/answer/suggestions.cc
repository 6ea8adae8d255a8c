#include "service/answer/suggestions.h"

#include <algorithm>

#include "service/answer/limits.h"

namespace charley::answer {
namespace {

bool IsFull(const PublicSuggestions& to) {
  return static_cast<size_t>(to.size()) >= limits::kMostSuggestions;
}

bool Holds(const PublicSuggestions& to, const std::string& topic_id) {
  return std::any_of(to.begin(), to.end(),
                     [&](const v1::Suggestion& one) { return one.topic_id() == topic_id; });
}

}  // namespace

Suggestions::Suggestions(const knowledge::v1::Pack& pack) : pack_(pack) {
  for (int i = 0; i < pack.topics_size(); ++i) {
    topics_[pack.topics(i).id()] = i;
    if (pack.topics(i).frequent() > 0) frequent_.push_back(i);
  }
  std::sort(frequent_.begin(), frequent_.end(), [&](int a, int b) {
    return std::make_pair(pack.topics(a).frequent(), a) <
           std::make_pair(pack.topics(b).frequent(), b);
  });
}

int Suggestions::FindTopic(const std::string& id) const {
  const auto it = topics_.find(id);
  return it == topics_.end() ? -1 : it->second;
}

void Suggestions::Append(const knowledge::v1::Topic& topic, PublicSuggestions& to) {
  v1::Suggestion& suggestion = *to.Add();
  suggestion.set_topic_id(topic.id());
  suggestion.set_question(topic.title());
}

void Suggestions::AppendRelated(const knowledge::v1::Topic& topic,
                                const absl::flat_hash_set<int>& answered,
                                PublicSuggestions& to) const {
  for (const std::string& id : topic.related()) {
    const int index = FindTopic(id);
    if (IsFull(to)) return;
    if (index >= 0 && !answered.contains(index) && !Holds(to, id)) {
      Append(pack_.topics(index), to);
    }
  }
}

void Suggestions::AppendFrequent(const absl::flat_hash_set<int>& answered,
                                 PublicSuggestions& to) const {
  for (const int index : frequent_) {
    if (IsFull(to)) return;
    if (!answered.contains(index) && !Holds(to, pack_.topics(index).id())) {
      Append(pack_.topics(index), to);
    }
  }
}

}  // namespace charley::answer
