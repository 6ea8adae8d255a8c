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

  KnownWord Find(absl::string_view form) const;

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
  // The first letters of a form and its length, in two numbers.
  struct Beginning {
    static constexpr size_t kLetters = 15;      // longer words are compared with their forms
    static constexpr size_t kMostLength = 255;  // of that length or more

    explicit Beginning(absl::string_view form);

    uint64_t first;
    uint64_t second;
  };
  struct Slot {
    Beginning beginning;
    KnownWord word;
  };
  struct Sought {
    Beginning beginning;
    absl::string_view form;
  };
  struct HashBeginning {
    using is_transparent = void;
    template <typename Held>
    size_t operator()(const Held& held) const {
      return absl::HashOf(held.beginning.first, held.beginning.second);
    }
  };
  struct SameForm {
    using is_transparent = void;
    bool operator()(const Slot& a, const Slot& b) const { return a.word.id == b.word.id; }
    bool operator()(const Slot& slot, const Sought& sought) const {
      return slot.beginning.first == sought.beginning.first &&
             slot.beginning.second == sought.beginning.second &&
             (sought.form.size() <= Beginning::kLetters || (*forms)[slot.word.id] == sought.form);
    }
    const Forms* forms;
  };

  Forms forms_;
  std::vector<StemId> stems_;
  absl::flat_hash_set<Slot, HashBeginning, SameForm> slots_;
};

}  // namespace charley::text

#endif  // CHARLEY_SERVICE_TEXT_WORD_TABLE_H_
