// Finds the known word that a typing error was meant to be.

#ifndef CHARLEY_SERVICE_TEXT_SPELLING_H_
#define CHARLEY_SERVICE_TEXT_SPELLING_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace charley::text {

// Edits between two forms: insertion, deletion, substitution, and exchange of neighbours (optimal
// string alignment). Returns at most `limit` + 1. Bytes, not letters, are compared.
int EditDistance(absl::string_view a, absl::string_view b, int limit);

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

  // The id of the best word within reach of `form`: fewest edits, then the same first letter, then
  // most uses, then the lowest id. -1 when there is none.
  int64_t Nearest(absl::string_view form) const;

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
  std::vector<Entry> entries_;
  std::vector<Remainder> remainders_;    // by bucket, then in the order of adding
  std::vector<uint32_t> bucket_begins_;  // into remainders_, by the hash's first bits
};

}  // namespace charley::text

#endif  // CHARLEY_SERVICE_TEXT_SPELLING_H_
