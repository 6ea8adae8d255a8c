// Making text from outside fit to send or to show.

#ifndef CHARLEY_CLIENT_CLI_UTF8_H_
#define CHARLEY_CLIENT_CLI_UTF8_H_

#include <string>

#include "absl/strings/string_view.h"

namespace charley::cli {

// `bytes` as UTF-8, each ill-formed sequence replaced by U+FFFD: protobuf strings hold nothing
// else.
std::string RepairUtf8(absl::string_view bytes);

// `text` without anything that a terminal would obey: control characters become U+FFFD, tabs and
// line separators spaces, and marks that reorder text (bidirectional controls) go. Line feeds stay.
std::string Printable(absl::string_view text);

// As `Printable`, on one line: line feeds become spaces.
std::string PrintableLine(absl::string_view text);

}  // namespace charley::cli

#endif  // CHARLEY_CLIENT_CLI_UTF8_H_
