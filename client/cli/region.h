// Which country's emergency number to show.

#ifndef CHARLEY_CLIENT_CLI_REGION_H_
#define CHARLEY_CLIENT_CLI_REGION_H_

#include <string>

#include "absl/strings/string_view.h"
#include "client/cli/environment.h"

namespace charley::cli {

// The ISO 3166-1 alpha-2 code in the locale of messages: the first of LC_ALL, LC_MESSAGES and LANG
// that is set, as POSIX orders them. Empty when that names no country ("C", "eo", "es_419").
std::string RegionFromLocale(const Environment& environment);

// A region and where it comes from.
struct Region {
  std::string code;      // ISO 3166-1 alpha-2 in capitals; empty when not known
  bool guessed = false;  // from the locale, not from the user
};

// `chosen` in capitals, or else a guess from the locale.
Region ResolveRegion(absl::string_view chosen, const Environment& environment);

// A sentence that says which region was guessed or that none is known, and how to change it; empty
// when the user chose one.
std::string RegionNote(const Region& region);

}  // namespace charley::cli

#endif  // CHARLEY_CLIENT_CLI_REGION_H_
