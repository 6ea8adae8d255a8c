#include "service/match/question_parts.h"

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
  for (const char* word : kJoining) joining_.insert(vocabulary.Find(word).id);
  for (const char* word : kAsking) asking_.insert(vocabulary.Find(word).id);
  joining_.erase(text::kNoWord);
  asking_.erase(text::kNoWord);
}

bool QuestionParts::Starts(const text::Reading& question, size_t word) const {
  if (question.Source(question.words[word]).gap == text::Gap::kSentence) return true;
  return word + 1 < question.words.size() && joining_.contains(question.words[word].id) &&
         asking_.contains(question.words[word + 1].id);
}

std::vector<Segment> QuestionParts::Split(const text::Reading& question) const {
  std::vector<Segment> parts;
  size_t begin = 0;
  for (size_t i = 1; i <= question.words.size() && parts.size() < kMostParts; ++i) {
    if (i < question.words.size() && !Starts(question, i)) continue;
    if (i - begin >= kFewestWords) parts.push_back({begin, i});
    begin = i;
  }
  return parts;
}

}  // namespace charley::match
