#include "service/text/stemmer.h"

#include <libstemmer.h>

namespace charley::text {

void Stemmer::Delete::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

Stemmer::Stemmer() : stemmer_(sb_stemmer_new("english", "UTF_8")) {}
Stemmer::~Stemmer() = default;

std::string Stemmer::Stem(absl::string_view form) {
  if (stemmer_ == nullptr) return std::string(form);
  const sb_symbol* stem =
      sb_stemmer_stem(stemmer_.get(), reinterpret_cast<const sb_symbol*>(form.data()),
                      static_cast<int>(form.size()));
  if (stem == nullptr) return std::string(form);
  return std::string(reinterpret_cast<const char*>(stem),
                     static_cast<size_t>(sb_stemmer_length(stemmer_.get())));
}

}  // namespace charley::text
