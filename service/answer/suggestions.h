// What a patient may ask next.

#ifndef CHARLEY_SERVICE_ANSWER_SUGGESTIONS_H_
#define CHARLEY_SERVICE_ANSWER_SUGGESTIONS_H_

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "charley/knowledge/v1/pack.pb.h"
#include "charley/v1/assistant.pb.h"

namespace charley::answer {

using PublicSuggestions = google::protobuf::RepeatedPtrField<v1::Suggestion>;

// Suggestions from the topics of a pack. Refers to the pack, which must outlive it. Immutable;
// thread-safe.
class Suggestions {
 public:
  explicit Suggestions(const knowledge::v1::Pack& pack);

  // Adds the topics related to `topic` that are not among `answered`, at most
  // `limits::kMostSuggestions` in all.
  void AppendRelated(const knowledge::v1::Topic& topic, const absl::flat_hash_set<int>& answered,
                     PublicSuggestions& to) const;

  // Adds the topics asked most, in their order, less those of `answered`.
  void AppendFrequent(const absl::flat_hash_set<int>& answered, PublicSuggestions& to) const;

  // Adds one topic.
  static void Append(const knowledge::v1::Topic& topic, PublicSuggestions& to);

  // The index of a topic, or -1.
  int FindTopic(const std::string& id) const;

 private:
  const knowledge::v1::Pack& pack_;
  absl::flat_hash_map<std::string, int> topics_;
  std::vector<int> frequent_;
};

}  // namespace charley::answer

#endif  // CHARLEY_SERVICE_ANSWER_SUGGESTIONS_H_
