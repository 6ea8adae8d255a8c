// The concepts and cues of a pack, ready to be found in messages.

#ifndef CHARLEY_SERVICE_TRIAGE_LEXICON_H_
#define CHARLEY_SERVICE_TRIAGE_LEXICON_H_

#include <cstdint>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "charley/knowledge/v1/pack.pb.h"
#include "service/text/reading.h"
#include "service/text/vocabulary.h"
#include "service/triage/phrase_net.h"

namespace charley::triage {

// A meaning found in a message: words [begin, end) of Reading::words.
struct Mention {
  MeaningId meaning = kNoMeaning;
  uint32_t begin = 0;
  uint32_t end = 0;
};

// What a meaning is.
struct MeaningInfo {
  enum class Kind : uint8_t { kConcept, kCue, kHelper };
  Kind kind = Kind::kHelper;  // kHelper: a group, a number range or an exception; in no result
  int index = -1;             // into Pack.concepts or Pack.context_cues
  knowledge::v1::CueKind cue = knowledge::v1::CUE_KIND_UNSPECIFIED;
  int reach = 0;            // of a cue, in words
  bool stops_gaps = false;  // "..." does not reach over it: negations and terminators
  bool is_gloss = false;    // a concept that says in English what a word of another language means
};

// All phrases of a pack. Immutable; thread-safe.
class Lexicon {
 public:
  // INVALID_ARGUMENT names the concept or cue, its phrase, and what is wrong with it.
  static absl::StatusOr<Lexicon> Create(const knowledge::v1::Pack& pack,
                                        const text::Vocabulary& vocabulary);

  // Every mention of a concept or cue, by descending begin. Linear in the message.
  std::vector<Mention> Find(const text::Reading& reading) const;

  // The meaning of a concept by id, or kNoMeaning.
  MeaningId ConceptMeaning(absl::string_view id) const { return net_.Find(id); }
  const MeaningInfo& Info(MeaningId meaning) const { return infos_[meaning]; }
  size_t meaning_count() const { return infos_.size(); }
  const std::string& Name(MeaningId meaning) const { return net_.Name(meaning); }

 private:
  friend class LexiconBuilder;
  friend class MentionFinder;

  PhraseNet net_;
  std::vector<MeaningInfo> infos_;              // by meaning
  std::vector<std::vector<MeaningId>> groups_;  // by meaning: the groups that it is in
  std::vector<MeaningId> hides_;                // by meaning: what an exception hides
};

}  // namespace charley::triage

#endif  // CHARLEY_SERVICE_TRIAGE_LEXICON_H_
