// Finds the known word that a typing error was meant to be.

#ifndef CHARLEY_SERVICE_TEXT_SPELLING_H_
#define CHARLEY_SERVICE_TEXT_SPELLING_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace charley::text {

// Edits between two forms: insertion, deletion, substitution, and exchange of neighbours (optimal
// string alignment). Returns at most `limit` + 1. Bytes, not letters, are compared.
int EditDistance(absl::string_view a, absl::string_view b, int limit);

// The word that a form was meant to be, and its worth: how often that error is to be expected,
// relative to others. 0: there is none.
struct Correction {
  uint32_t id = 0;
  float worth = 0;
};

// An index of words by what is left when letters are deleted, after SymSpell (Garbe 2012):
// candidates share a remainder with the misspelt form, and are then compared. Words of fewer than 4
// letters are not indexed. Immutable after Sort; thread-safe then. Memory grows with the words
// added: about 10 entries of 8 bytes for each word at one edit, 40 at two.
class Spelling {
 public:
  // Adds a word; `uses` breaks ties. `two_edits` indexes words of 8 letters or more for two edits.
  void Add(uint32_t id, absl::string_view form, uint32_t uses, bool two_edits);

  // Ends the adding.
  void Sort();

  // The word within reach of `form` that was most likely meant: by how often it is used and how
  // likely the error is (see error_model.h); of equals, the one with the lowest id.
  Correction Nearest(absl::string_view form) const;

 private:
  struct Entry {
    uint32_t id;
    uint32_t uses;
    std::string form;
  };
  struct Remainder {
    uint32_t hash;
    uint32_t entry;  // index into entries_
  };
  using EntryList = absl::InlinedVector<uint32_t, 32>;  // of indices into entries_

  // The words that share a remainder, each once, in the order of remainders.
  EntryList Candidates(absl::Span<const uint32_t> hashes) const;

  std::vector<Entry> entries_;
  std::vector<Remainder> remainders_;    // by bucket, then in the order of adding
  std::vector<uint32_t> bucket_begins_;  // into remainders_, by the hash's first bits
};

}  // namespace charley::text

#endif  // CHARLEY_SERVICE_TEXT_SPELLING_H_
