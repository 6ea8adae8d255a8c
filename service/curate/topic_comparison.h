// Why the ranker preferred one topic to others, word by word.

#ifndef CHARLEY_SERVICE_CURATE_TOPIC_COMPARISON_H_
#define CHARLEY_SERVICE_CURATE_TOPIC_COMPARISON_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/optional.h"
#include "charley/knowledge/v1/ranker.pb.h"
#include "charley/v1/assistant.pb.h"
#include "service/answer/engine.h"

namespace charley::curate {

// What would be lost without a word and the pairs that it makes: above 0 it speaks for, below 0
// against. Words of one stem are one word.
struct WordEffect {
  std::string word;
  double effect = 0;
};

// The chosen topic beside another one. The lead is the difference of their scores; below 0, the
// chosen one came first because topics that cite the same place speak for it too.
struct TopicLead {
  std::string other;
  double lead = 0;
  std::vector<WordEffect> words;  // on the lead, the largest first
};

// What the ranker made of a conversation.
struct TopicComparison {
  std::string chosen;
  std::string ranked_first;      // the same, but for examples to the letter and second questions
  std::vector<TopicLead> leads;  // over the next best topics, best first, at most 3
  std::vector<WordEffect> coverage;  // on the log odds that the pack answers, the largest first
};

// The trained ranker of a pack that is not loaded yet (an engine lets go of it); nothing when the
// pack has none. INVALID_ARGUMENT: it does not parse.
absl::StatusOr<absl::optional<knowledge::v1::RankerModel>> FindRanker(
    const knowledge::v1::Pack& pack);

// Compares `chosen`, a topic of the engine's pack, with the topics that come next, by leaving out
// one word after another (occlusion; Zeiler and Fergus 2014). It explains the ranker: whether the
// message was an example to the letter, or two questions, is in the engine's own explanation.
// NOT_FOUND: there is no such topic. INVALID_ARGUMENT: the ranker is not of this pack.
absl::StatusOr<TopicComparison> CompareTopics(const knowledge::v1::RankerModel& ranker,
                                              const answer::Engine& engine,
                                              const v1::AskRequest& request,
                                              const std::string& chosen);

}  // namespace charley::curate

#endif  // CHARLEY_SERVICE_CURATE_TOPIC_COMPARISON_H_
