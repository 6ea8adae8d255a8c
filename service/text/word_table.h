// Words by their spelling, in as little memory as a message's words can be looked up in.

#ifndef CHARLEY_SERVICE_TEXT_WORD_TABLE_H_
#define CHARLEY_SERVICE_TEXT_WORD_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/hash/hash.h"
#include "absl/strings/string_view.h"

namespace charley::text {

using WordId = uint32_t;
using StemId = uint32_t;
inline constexpr WordId kNoWord = 0xFFFFFFFFu;
inline constexpr StemId kNoStem = 0xFFFFFFFFu;

// A word of a vocabulary with the stem of its form. kNoWord and kNoStem: it has none.
struct KnownWord {
  WordId id = kNoWord;
  StemId stem = kNoStem;
};

// Normalised forms with their stems, numbered from 0 in the order of adding. Most of a message's
// words are found without their spelling being read elsewhere: a slot of the index holds it, and
// the stem too. Thread-safe once filled.
class WordTable {
 public:
  // Room for `words` words.
  explicit WordTable(size_t words);
  WordTable(const WordTable&) = delete;
  WordTable& operator=(const WordTable&) = delete;

  // Adds a form that it does not hold.
  void Add(absl::string_view form, StemId stem);

  // A form with its hash: for Prefetch and then Find, which is computed once.
  struct HashedForm {
    absl::string_view form;
    size_t hash = 0;
  };
  static HashedForm Hash(absl::string_view form) { return {form, absl::HashOf(form)}; }

  KnownWord Find(const HashedForm& hashed) const;
  KnownWord Find(absl::string_view form) const { return Find(Hash(form)); }
  // Asks memory for what Find reads of a form: a message's words can be waited for together.
  void Prefetch(const HashedForm& hashed) const { slots_.prefetch(hashed); }

  absl::string_view Form(WordId word) const { return forms_[word]; }
  StemId Stem(WordId word) const { return stems_[word]; }
  size_t size() const { return stems_.size(); }

 private:
  // All spellings, one behind the other.
  class Forms {
   public:
    void Add(absl::string_view form);
    absl::string_view operator[](WordId word) const {
      return {letters_.data() + begins_[word], begins_[word + 1] - begins_[word]};
    }

   private:
    std::vector<char> letters_;
    std::vector<uint32_t> begins_ = {0};
  };
  struct Slot {
    static constexpr size_t kLetters = 15;  // longer words are compared with their forms

    uint8_t length;  // 255: of that many letters or more
    char beginning[kLetters];
    KnownWord word;
  };
  struct HashForm {
    using is_transparent = void;
    size_t operator()(const HashedForm& hashed) const { return hashed.hash; }
    size_t operator()(const Slot& slot) const { return absl::HashOf((*forms)[slot.word.id]); }
    const Forms* forms;
  };
  struct SameForm {
    using is_transparent = void;
    bool operator()(const Slot& a, const Slot& b) const { return a.word.id == b.word.id; }
    bool operator()(const Slot& slot, const HashedForm& hashed) const;
    const Forms* forms;
  };

  Forms forms_;
  std::vector<StemId> stems_;
  absl::flat_hash_set<Slot, HashForm, SameForm> slots_;
};

}  // namespace charley::text

#endif  // CHARLEY_SERVICE_TEXT_WORD_TABLE_H_
