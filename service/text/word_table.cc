#include "service/text/word_table.h"

#include <algorithm>
#include <cstring>

namespace charley::text {
namespace {

uint8_t LengthOf(absl::string_view form) {
  return static_cast<uint8_t>(std::min<size_t>(form.size(), 255));
}

}  // namespace

void WordTable::Forms::Add(absl::string_view form) {
  letters_.insert(letters_.end(), form.begin(), form.end());
  begins_.push_back(static_cast<uint32_t>(letters_.size()));
}

bool WordTable::SameForm::operator()(const Slot& slot, const HashedForm& hashed) const {
  const absl::string_view form = hashed.form;
  if (slot.length != LengthOf(form)) return false;
  const size_t held = std::min(form.size(), Slot::kLetters);
  if (std::memcmp(slot.beginning, form.data(), held) != 0) return false;
  return held == form.size() || (*forms)[slot.word.id] == form;
}

WordTable::WordTable(size_t words) : slots_(words, HashForm{&forms_}, SameForm{&forms_}) {
  stems_.reserve(words);
}

void WordTable::Add(absl::string_view form, StemId stem) {
  Slot slot{LengthOf(form), {}, {static_cast<WordId>(size()), stem}};
  std::copy_n(form.begin(), std::min(form.size(), Slot::kLetters), slot.beginning);
  forms_.Add(form);
  stems_.push_back(stem);
  slots_.insert(slot);
}

KnownWord WordTable::Find(const HashedForm& hashed) const {
  const auto it = slots_.find(hashed);
  return it == slots_.end() ? KnownWord{} : it->word;
}

}  // namespace charley::text
