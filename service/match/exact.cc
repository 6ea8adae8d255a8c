#include "service/match/exact.h"

#include <string>

namespace charley::match {

// FNV-1a over the words with a space after each.
ExactTexts::Key ExactTexts::KeyOf(const text::Message& message) {
  if (message.words.empty()) return 0;
  uint64_t hash = 1469598103934665603ULL;
  const auto add = [&hash](unsigned char c) { hash = (hash ^ c) * 1099511628211ULL; };
  for (const text::Word& word : message.words) {
    for (const char c : message.Form(word)) add(static_cast<unsigned char>(c));
    add(' ');
  }
  return hash;
}

ExactTexts::ExactTexts(const knowledge::v1::Pack& pack, bool with_examples) {
  size_t texts = 0;
  ForEachExample(pack, [&texts](int, const std::string&) { ++texts; });
  targets_.reserve(texts);
  for (int i = 0; i < pack.topics_size(); ++i) {
    AddExample(KeyOf(text::ReadMessage(pack.topics(i).title())), i);
  }
  if (!with_examples) return;
  ForEachExample(pack, [this](int target, const std::string& example) {
    AddExample(KeyOf(text::ReadMessage(example)), target);
  });
}

void ExactTexts::AddExample(Key key, int target) {
  if (key != 0) targets_.try_emplace(key, target);
}

int ExactTexts::Find(const text::Message& message) const {
  const auto it = targets_.find(KeyOf(message));
  return it == targets_.end() ? -1 : it->second;
}

Match ExactMatch(int target, const Targets& targets) {
  Match match;
  match.coverage = 1;
  if (targets.IsSmallTalk(target)) {
    match.outcome = Outcome::kSmallTalk;
    match.small_talk = targets.SmallTalk(target);
  } else {
    match.outcome = Outcome::kAnswer;
    match.topics.push_back({target, 1.0, {}});
  }
  return match;
}

}  // namespace charley::match
