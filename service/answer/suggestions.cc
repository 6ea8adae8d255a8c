#include "service/answer/suggestions.h"

#include <algorithm>

#include "absl/types/span.h"

namespace charley::answer {
namespace {

SuggestedTopics FirstUnanswered(absl::Span<const int> topics, const AnsweredTopics& answered) {
  SuggestedTopics suggested;
  for (const int topic : topics) {
    if (suggested.size() == limits::kMostSuggestions) break;
    const bool is_answered = std::find(answered.begin(), answered.end(), topic) != answered.end();
    if (!is_answered) suggested.push_back(topic);
  }
  return suggested;
}

}  // namespace

v1::Suggestion Suggest(const knowledge::v1::Topic& topic) {
  v1::Suggestion suggestion;
  suggestion.set_topic_id(topic.id());
  suggestion.set_question(topic.title());
  return suggestion;
}

Suggestions::Suggestions(const knowledge::v1::Pack& pack) {
  for (int i = 0; i < pack.topics_size(); ++i) {
    topics_[pack.topics(i).id()] = i;
    if (pack.topics(i).frequent() > 0) frequent_.push_back(i);
  }
  std::sort(frequent_.begin(), frequent_.end(), [&](int a, int b) {
    return std::make_pair(pack.topics(a).frequent(), a) <
           std::make_pair(pack.topics(b).frequent(), b);
  });
  for (const knowledge::v1::Topic& topic : pack.topics()) {
    std::vector<int>& related = related_.emplace_back();
    for (const std::string& id : topic.related()) {
      const int index = FindTopic(id);
      if (index < 0 || std::find(related.begin(), related.end(), index) != related.end()) continue;
      related.push_back(index);
    }
  }
}

int Suggestions::FindTopic(const std::string& id) const {
  const auto it = topics_.find(id);
  return it == topics_.end() ? -1 : it->second;
}

SuggestedTopics Suggestions::Related(int topic, const AnsweredTopics& answered) const {
  return FirstUnanswered(related_[static_cast<size_t>(topic)], answered);
}

SuggestedTopics Suggestions::Frequent(const AnsweredTopics& answered) const {
  return FirstUnanswered(frequent_, answered);
}

}  // namespace charley::answer
