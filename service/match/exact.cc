#include "service/match/exact.h"

#include <string>

namespace charley::match {
namespace {

constexpr size_t kAhead = 8;  // places that are asked of memory before they are needed

constexpr size_t kShapes = size_t{1} << 16;

}  // namespace

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

uint16_t ExactTexts::ShapeOf(const text::Message& message) {
  uint32_t hash = 0;
  for (const text::Word& word : message.words)
    hash = (hash ^ (word.end - word.begin)) * 0x9E3779B1u;
  return static_cast<uint16_t>(hash >> 16);
}

ExactTexts::ExactTexts(const knowledge::v1::Pack& pack) : shapes_(kShapes) {
  std::vector<Key> keys;
  ForEachExample(pack, [&](int, const std::string& text) {
    const text::Message message = text::ReadMessage(text);
    shapes_[ShapeOf(message)] = true;
    keys.push_back(KeyOf(message));
  });
  AddAll(pack, keys);
}

ExactTexts::ExactTexts(const knowledge::v1::Pack& pack, absl::Span<const Key> keys) {
  AddAll(pack, keys);
}

void ExactTexts::AddAll(const knowledge::v1::Pack& pack, absl::Span<const Key> keys) {
  targets_.reserve(keys.size());
  size_t at = 0;
  for (int i = 0; i < pack.topics_size(); ++i) {  // a topic's first text is its title
    Add(keys[at], i);
    at += 1 + static_cast<size_t>(pack.topics(i).examples_size());
  }
  at = 0;
  ForEachExample(pack, [&](int target, const std::string&) {
    if (at + kAhead < keys.size()) targets_.prefetch(keys[at + kAhead]);
    Add(keys[at++], target);
  });
}

void ExactTexts::Add(Key key, int target) {
  if (key != 0) targets_.try_emplace(key, target);
}

int ExactTexts::Find(const text::Message& message) const {
  if (!shapes_.empty() && !shapes_[ShapeOf(message)]) return -1;
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
