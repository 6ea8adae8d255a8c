#include "service/text/word_table.h"

#include <algorithm>
#include <cstring>

namespace charley::text {
namespace {

template <typename Number>
uint64_t Load(const char* letters) {
  Number number;
  std::memcpy(&number, letters, sizeof(number));
  return number;
}

// At most eight letters as one number, by loads that overlap: a copy of a length that is not known
// would be a call.
uint64_t LoadLetters(const char* letters, size_t count) {
  if (count >= 8) return Load<uint64_t>(letters);
  if (count >= 4) {
    return Load<uint32_t>(letters) | Load<uint32_t>(letters + count - 4) << (8 * (count - 4));
  }
  uint64_t number = 0;
  for (size_t i = 0; i < count; ++i) number |= Load<uint8_t>(letters + i) << (8 * i);
  return number;
}

}  // namespace

WordTable::Beginning::Beginning(absl::string_view form)
    : first(LoadLetters(form.data(), std::min<size_t>(form.size(), 8))),
      second(uint64_t{std::min(form.size(), kMostLength)} << 56) {
  if (form.size() > 8) second |= LoadLetters(form.data() + 8, std::min(form.size(), kLetters) - 8);
}

void WordTable::Forms::Add(absl::string_view form) {
  letters_.insert(letters_.end(), form.begin(), form.end());
  begins_.push_back(static_cast<uint32_t>(letters_.size()));
}

WordTable::WordTable(size_t words) : slots_(words, HashBeginning{}, SameForm{&forms_}) {
  stems_.reserve(words);
}

void WordTable::Add(absl::string_view form, StemId stem) {
  const auto id = static_cast<WordId>(size());
  forms_.Add(form);
  stems_.push_back(stem);
  slots_.insert({Beginning(form), {id, stem}});
}

KnownWord WordTable::Find(absl::string_view form) const {
  const auto it = slots_.find(Sought{Beginning(form), form});
  return it == slots_.end() ? KnownWord{} : it->word;
}

}  // namespace charley::text
