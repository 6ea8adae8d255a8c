// Groups of letters within a word.

#ifndef CHARLEY_SERVICE_MATCH_GRAMS_H_
#define CHARLEY_SERVICE_MATCH_GRAMS_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"

namespace charley::match {

// Replaces `hashes` by those of every group of 2 to 5 neighbouring bytes of "_form_", sorted, each
// once. Only the first 20 bytes of a form count. Stable between builds: packs hold these hashes.
void GramsOf(absl::string_view form, std::vector<uint32_t>& hashes);

}  // namespace charley::match

#endif  // CHARLEY_SERVICE_MATCH_GRAMS_H_
