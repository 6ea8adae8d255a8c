// Lines that somebody types.

#ifndef CHARLEY_CLIENT_CLI_LINE_READER_H_
#define CHARLEY_CLIENT_CLI_LINE_READER_H_

#include <istream>
#include <memory>
#include <string>

#include "absl/types/optional.h"

namespace charley::cli {

// Where a conversation's lines come from.
class LineReader {
 public:
  virtual ~LineReader() = default;

  // The next line without its line feed; nothing when there are no more, or the person leaves.
  virtual absl::optional<std::string> ReadLine() = 0;
};

// Lines of a stream, without a prompt.
class StreamLineReader final : public LineReader {
 public:
  // Refers to `in`, which must outlive it.
  explicit StreamLineReader(std::istream& in) : in_(in) {}

  absl::optional<std::string> ReadLine() override;

 private:
  std::istream& in_;
};

// Lines edited on the terminal of standard input and output (libedit), behind the prompt "> ".
// Ctrl-D on an empty line and Ctrl-C leave; both restore the terminal. With `history`, the arrow
// keys recall earlier lines; nothing is ever written to a file. Sets the process's LC_CTYPE to
// UTF-8, so that any letter can be typed. At most one at a time. Null when the terminal cannot be
// used.
std::unique_ptr<LineReader> NewTerminalLineReader(bool history);

}  // namespace charley::cli

#endif  // CHARLEY_CLIENT_CLI_LINE_READER_H_
