// What a patient may ask next.

#ifndef CHARLEY_SERVICE_ANSWER_SUGGESTIONS_H_
#define CHARLEY_SERVICE_ANSWER_SUGGESTIONS_H_

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/inlined_vector.h"
#include "charley/knowledge/v1/pack.pb.h"
#include "charley/v1/assistant.pb.h"
#include "service/answer/limits.h"

namespace charley::answer {

// Indices of topics, in the order in which they are suggested.
using SuggestedTopics = absl::InlinedVector<int, limits::kMostSuggestions>;

// Indices of topics that were answered; few, and some of them perhaps twice.
using AnsweredTopics = absl::InlinedVector<int, 8>;

// A topic as it is suggested.
v1::Suggestion Suggest(const knowledge::v1::Topic& topic);

// Suggestions from the topics of a pack, at most `limits::kMostSuggestions` each time. Refers to
// the pack, which must outlive it. Immutable; thread-safe.
class Suggestions {
 public:
  explicit Suggestions(const knowledge::v1::Pack& pack);

  // The topics related to a topic that are not among `answered`.
  SuggestedTopics Related(int topic, const AnsweredTopics& answered) const;

  // The topics asked most, in their order, less those of `answered`.
  SuggestedTopics Frequent(const AnsweredTopics& answered) const;

  // The index of a topic, or -1.
  int FindTopic(const std::string& id) const;

 private:
  absl::flat_hash_map<std::string, int> topics_;
  std::vector<std::vector<int>> related_;  // by topic
  std::vector<int> frequent_;
};

}  // namespace charley::answer

#endif  // CHARLEY_SERVICE_ANSWER_SUGGESTIONS_H_
