// What a message can be matched to.

#ifndef CHARLEY_SERVICE_MATCH_TARGETS_H_
#define CHARLEY_SERVICE_MATCH_TARGETS_H_

#include "charley/knowledge/v1/pack.pb.h"

namespace charley::match {

// Topics and small talk as one range: [0, topics) are topics, [topics, size) small talk.
struct Targets {
  int topics = 0;
  int small_talk = 0;

  explicit Targets(const knowledge::v1::Pack& pack)
      : topics(pack.topics_size()), small_talk(pack.small_talk_size()) {}

  int size() const { return topics + small_talk; }
  // The class of messages that the pack does not answer.
  int none() const { return size(); }
  bool IsTopic(int target) const { return target >= 0 && target < topics; }
  bool IsSmallTalk(int target) const { return target >= topics && target < size(); }
  int SmallTalk(int target) const { return target - topics; }
};

// Calls `visit(target, text)` for every text that stands for a target: a topic's title and
// examples, and what people type as small talk, in the pack's order.
template <typename Visitor>
void ForEachExample(const knowledge::v1::Pack& pack, Visitor visit) {
  for (int i = 0; i < pack.topics_size(); ++i) {
    visit(i, pack.topics(i).title());
    for (const auto& example : pack.topics(i).examples()) visit(i, example);
  }
  for (int i = 0; i < pack.small_talk_size(); ++i) {
    for (const auto& example : pack.small_talk(i).examples()) {
      visit(pack.topics_size() + i, example);
    }
  }
}

}  // namespace charley::match

#endif  // CHARLEY_SERVICE_MATCH_TARGETS_H_
