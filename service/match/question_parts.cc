#include "service/match/question_parts.h"

#include <algorithm>

namespace charley::match {
namespace {

constexpr size_t kMostParts = 6;
constexpr size_t kFewestWords = 2;

constexpr const char* kJoining[] = {"and", "or", "also", "plus", "n"};
constexpr const char* kAsking[] = {
    "what", "whats", "why", "how", "hows",  "when",   "where", "which", "who", "is",  "are",
    "do",   "does",  "did", "can", "could", "should", "will",  "would", "am",  "has", "have"};

}  // namespace

QuestionParts::QuestionParts(const text::Vocabulary& vocabulary) {
  for (const char* word : kJoining) {
    const text::WordId id = vocabulary.Find(word).id;
    if (id == text::kNoWord) continue;
    joining_.push_back(id);
    joining_bits_ |= uint64_t{1} << (id % 64);
  }
  for (const char* word : kAsking) asking_.insert(vocabulary.Find(word).id);
  asking_.erase(text::kNoWord);
}

bool QuestionParts::Starts(const text::Reading& question, size_t word) const {
  if (question.Source(question.words[word]).gap == text::Gap::kSentence) return true;
  return IsJoining(question.words[word].id) && word + 1 < question.words.size() &&
         asking_.contains(question.words[word + 1].id);
}

bool QuestionParts::IsJoining(text::WordId word) const {
  return (joining_bits_ >> (word % 64) & 1) != 0 &&
         std::find(joining_.begin(), joining_.end(), word) != joining_.end();
}

Segments QuestionParts::Split(const text::Reading& question) const {
  Segments parts;
  size_t begin = 0;
  for (size_t i = 1; i <= question.words.size() && parts.size() < kMostParts; ++i) {
    if (i < question.words.size() && !Starts(question, i)) continue;
    if (i - begin >= kFewestWords) parts.push_back({begin, i});
    begin = i;
  }
  return parts;
}

}  // namespace charley::match
