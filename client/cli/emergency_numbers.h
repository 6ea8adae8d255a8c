// What to dial when no service can say it.

#ifndef CHARLEY_CLIENT_CLI_EMERGENCY_NUMBERS_H_
#define CHARLEY_CLIENT_CLI_EMERGENCY_NUMBERS_H_

#include <string>

#include "absl/strings/string_view.h"

namespace charley::cli {

// The ambulance's number, as dialled, of an ISO 3166-1 alpha-2 `region` in capitals; empty when not
// known. The numbers are those of knowledge/cramps/regions.textproto, which names who published
// each; a test compares the two.
absl::string_view EmergencyNumber(absl::string_view region);

// The line that stands beside every failure: "If this may be an emergency, call 999." or, when the
// region is not known, "… call your local emergency number."
std::string SafeLine(absl::string_view region);

}  // namespace charley::cli

#endif  // CHARLEY_CLIENT_CLI_EMERGENCY_NUMBERS_H_
