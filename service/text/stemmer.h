// Word stems.

#ifndef CHARLEY_SERVICE_TEXT_STEMMER_H_
#define CHARLEY_SERVICE_TEXT_STEMMER_H_

#include <memory>
#include <string>

#include "absl/strings/string_view.h"

struct sb_stemmer;

namespace charley::text {

// The Snowball English stemmer (Porter 2). Not thread-safe: one for each thread or build.
class Stemmer {
 public:
  Stemmer();
  ~Stemmer();
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;

  // The stem of a normalised word; the word itself where there is none.
  std::string Stem(absl::string_view form);

 private:
  struct Delete {
    void operator()(sb_stemmer* stemmer) const;
  };
  std::unique_ptr<sb_stemmer, Delete> stemmer_;
};

}  // namespace charley::text

#endif  // CHARLEY_SERVICE_TEXT_STEMMER_H_
