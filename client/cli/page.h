// Text laid out for a terminal or a pipe.

#ifndef CHARLEY_CLIENT_CLI_PAGE_H_
#define CHARLEY_CLIENT_CLI_PAGE_H_

#include <string>

#include "absl/strings/string_view.h"

namespace charley::cli {

// How a page looks.
struct PageStyle {
  int width = 80;       // columns of the longest line
  bool colour = false;  // whether escape sequences for bold, colour and reverse video are written
};

// Gathers a page, block by block. Every text is made printable first (`Printable`), so that nothing
// a service sends can steer a terminal. Lines end in a line feed.
class Page {
 public:
  explicit Page(PageStyle style) : style_(style) {}

  // The emergency bar: the whole line in reverse video.
  void Alarm(absl::string_view text);

  // A bold paragraph.
  void Heading(absl::string_view text);

  // A wrapped paragraph, `indent` columns in.
  void Paragraph(absl::string_view text, int indent = 0);

  // A paragraph two columns in, behind a coloured `marker` such as "[1]", its lines aligned;
  // below the marker where too little room is left beside it.
  void Item(absl::string_view marker, absl::string_view text);

  // One line that is never wrapped, such as a web address, two columns in.
  void Unwrapped(absl::string_view text);

  // Leaves one line empty before the next block; none at the start of the page, never two.
  void Gap() { gap_ = !text_.empty(); }

  // The page so far.
  const std::string& text() const { return text_; }

 private:
  void Line(absl::string_view before, absl::string_view escape, absl::string_view text);
  std::string Accented(absl::string_view text) const;
  void Lines(absl::string_view text, int indent, absl::string_view escape);

  const PageStyle style_;
  std::string text_;
  bool gap_ = false;
};

}  // namespace charley::cli

#endif  // CHARLEY_CLIENT_CLI_PAGE_H_
