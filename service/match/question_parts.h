// The questions that one message holds.

#ifndef CHARLEY_SERVICE_MATCH_QUESTION_PARTS_H_
#define CHARLEY_SERVICE_MATCH_QUESTION_PARTS_H_

#include <cstdint>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/container/inlined_vector.h"
#include "absl/types/span.h"
#include "charley/knowledge/v1/pack.pb.h"
#include "service/match/tokens.h"
#include "service/text/reading.h"
#include "service/text/vocabulary.h"

namespace charley::match {

// A part of a message.
struct QuestionPart {
  Segment words;
  bool asks = false;           // it looks like a question: by its mark, or by words that ask
  bool names_subject = false;  // it says by itself what it is about
};

// Parts of a message, in order.
using Segments = absl::InlinedVector<Segment, 6>;
using QuestionPartList = absl::InlinedVector<QuestionPart, 6>;

// Cuts messages at the ends of sentences; before an "and", "or", "also" or the like that a question
// word follows ("does heat help and how long do they last"); and before a question word on a new
// line, or after a dash, a colon, an ampersand or a plus. Immutable; thread-safe.
class QuestionParts {
 public:
  // The manifest says what the pack is about: "muscle cramps and spasms", also called "charley
  // horse".
  QuestionParts(const text::Vocabulary& vocabulary, const knowledge::v1::Manifest& manifest);

  // The parts of two words or more, in order, at most 6; what is left after that is in none of
  // them.
  Segments Split(const text::Reading& question) const;
  // What the parts are, in the same order.
  QuestionPartList Describe(const text::Reading& question, const Segments& parts) const;

 private:
  // Some words, of which most others are told by their id modulo 64 alone.
  class WordSet {
   public:
    void Add(text::WordId word);
    bool Contains(text::WordId word) const {
      return (bits_ >> (word % 64) & 1) != 0 && words_.contains(word);
    }

   private:
    uint64_t bits_ = 0;
    absl::flat_hash_set<text::WordId> words_;
  };

  using Name = absl::InlinedVector<text::StemId, 2>;

  static WordSet SetOf(absl::Span<const char* const> words, const text::Vocabulary& vocabulary);
  bool Starts(const text::Reading& question, size_t word) const;
  // The first word at or behind `word` that does not join.
  size_t BehindJoining(const text::Reading& question, size_t word) const;
  bool AsksFrom(const text::Reading& question, size_t word) const;
  bool Asks(const text::Reading& question, Segment words) const;
  // Adds a name of the subject whose words the vocabulary knows.
  void AddName(Name name);
  bool NamesSubject(const text::Reading& question, Segment words) const;

  WordSet joining_;
  WordSet asking_;             // that begin questions
  WordSet asking_everywhere_;  // that ask wherever they stand
  std::vector<Name> names_;    // of the subject
};

}  // namespace charley::match

#endif  // CHARLEY_SERVICE_MATCH_QUESTION_PARTS_H_
