#include "service/match/question_parts.h"

#include <algorithm>

namespace charley::match {
namespace {

constexpr size_t kMostParts = 6;
constexpr size_t kFewestWords = 2;
constexpr size_t kMostJoining = 4;  // in a row: "and as well as"
// Words of a subject that are shorter than this join the others: "of", "and", "the".
constexpr size_t kShortestSubject = 4;

constexpr const char* kJoining[] = {"and",  "nd",   "an", "n",    "or",     "also",
                                    "plus", "then", "as", "well", "second", "secondly"};
constexpr const char* kAsking[] = {
    "what", "whats", "wot",   "wat", "why",   "whys",    "y",     "how",    "hows", "when",
    "wen",  "where", "which", "who", "whose", "whether", "is",    "isnt",   "are",  "arent",
    "was",  "do",    "does",  "did", "can",   "cant",    "could", "should", "shud", "shall",
    "will", "would", "might", "may", "must",  "am",      "has",   "have"};
constexpr const char* kAskingEverywhere[] = {"what", "whats", "wot",  "wat",    "why",
                                             "whys", "how",   "hows", "whether"};

bool HasJoiningSignBefore(const text::Reading& question, size_t word) {
  const text::Word& before = question.Source(question.words[word - 1]);
  const text::Word& after = question.Source(question.words[word]);
  if (after.begin <= before.end + 1) return false;
  const absl::string_view between =
      absl::string_view(question.message.text).substr(before.end, after.begin - before.end);
  return between.find_first_of("&+") != absl::string_view::npos;
}

}  // namespace

void QuestionParts::WordSet::Add(text::WordId word) {
  if (word == text::kNoWord) return;
  words_.insert(word);
  bits_ |= uint64_t{1} << (word % 64);
}

QuestionParts::WordSet QuestionParts::SetOf(absl::Span<const char* const> words,
                                            const text::Vocabulary& vocabulary) {
  WordSet set;
  for (const char* word : words) set.Add(vocabulary.Find(word).id);
  return set;
}

QuestionParts::QuestionParts(const text::Vocabulary& vocabulary,
                             const knowledge::v1::Manifest& manifest)
    : joining_(SetOf(kJoining, vocabulary)),
      asking_(SetOf(kAsking, vocabulary)),
      asking_everywhere_(SetOf(kAskingEverywhere, vocabulary)) {
  const text::Reading subject = text::Read(manifest.subject(), vocabulary);
  for (const text::ReadWord& word : subject.words) {
    if (subject.Typed(word).size() >= kShortestSubject) AddName({word.stem});
  }
  for (const std::string& text : manifest.also_called()) {
    Name name;
    for (const text::ReadWord& word : text::Read(text, vocabulary).words) name.push_back(word.stem);
    AddName(std::move(name));
  }
}

void QuestionParts::AddName(Name name) {
  const bool is_known = std::find(name.begin(), name.end(), text::kNoStem) == name.end();
  if (is_known && !name.empty()) names_.push_back(std::move(name));
}

size_t QuestionParts::BehindJoining(const text::Reading& question, size_t word) const {
  const size_t most = std::min(question.words.size(), word + kMostJoining);
  while (word < most && joining_.Contains(question.words[word].id)) ++word;
  return word;
}

// "or what", which ends a sentence, begins no question.
bool QuestionParts::AsksFrom(const text::Reading& question, size_t word) const {
  return word + 1 < question.words.size() && asking_.Contains(question.words[word].id) &&
         question.Source(question.words[word + 1]).gap != text::Gap::kSentence;
}

bool QuestionParts::Starts(const text::Reading& question, size_t word) const {
  const text::Gap gap = question.Source(question.words[word]).gap;
  if (gap == text::Gap::kSentence) return true;
  const bool may_join = joining_.Contains(question.words[word].id);
  if (!may_join) {
    return AsksFrom(question, word) &&
           (gap == text::Gap::kClause || HasJoiningSignBefore(question, word));
  }
  return !joining_.Contains(question.words[word - 1].id) &&
         AsksFrom(question, BehindJoining(question, word));
}

// By its mark, by the word that it begins with, or by one that asks wherever it stands.
bool QuestionParts::Asks(const text::Reading& question, Segment words) const {
  const bool ends_sentence = words.end == question.words.size() ||
                             question.Source(question.words[words.end]).gap == text::Gap::kSentence;
  if (ends_sentence && question.Source(question.words[words.end - 1]).question) return true;
  if (AsksFrom(question, BehindJoining(question, words.begin))) return true;
  return std::any_of(
      question.words.begin() + static_cast<std::ptrdiff_t>(words.begin),
      question.words.begin() + static_cast<std::ptrdiff_t>(words.end),
      [this](const text::ReadWord& word) { return asking_everywhere_.Contains(word.id); });
}

bool QuestionParts::NamesSubject(const text::Reading& question, Segment words) const {
  const auto begin = question.words.begin() + static_cast<std::ptrdiff_t>(words.begin);
  const auto end = question.words.begin() + static_cast<std::ptrdiff_t>(words.end);
  return std::any_of(names_.begin(), names_.end(), [begin, end](const Name& name) {
    return std::search(begin, end, name.begin(), name.end(),
                       [](const text::ReadWord& word, text::StemId stem) {
                         return word.stem == stem;
                       }) != end;
  });
}

QuestionPartList QuestionParts::Describe(const text::Reading& question,
                                         const Segments& parts) const {
  QuestionPartList described;
  bool asked = false;
  for (const Segment& words : parts) {
    // "How much is a visit? And ice or heat on a cramp"
    const bool goes_on = BehindJoining(question, words.begin) > words.begin;
    asked = (asked && goes_on) || Asks(question, words);
    described.push_back({words, asked, NamesSubject(question, words)});
  }
  return described;
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
