// Escaped surrogates in JSON.

#ifndef CHARLEY_CLIENT_CLI_SURROGATES_H_
#define CHARLEY_CLIENT_CLI_SURROGATES_H_

#include <string>

namespace charley::cli {

// `json` with each escaped surrogate that has no partner, such as "\ud83d" alone, replaced by
// "\ufffd". Other programs write them for text that was cut short; JSON's grammar (RFC 8259,
// section 8.2) allows them, but they are no Unicode text.
std::string ReplaceLoneSurrogates(std::string json);

}  // namespace charley::cli

#endif  // CHARLEY_CLIENT_CLI_SURROGATES_H_
