#include "client/cli/page.h"

#include <algorithm>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "client/cli/utf8.h"
#include "client/cli/width.h"

namespace charley::cli {
namespace {

// ECMA-48, Select Graphic Rendition.
constexpr absl::string_view kPlain = "";
constexpr absl::string_view kBold = "\x1b[1m";
constexpr absl::string_view kAccent = "\x1b[36m";
constexpr absl::string_view kReverse = "\x1b[1;7m";
constexpr absl::string_view kReset = "\x1b[0m";

constexpr int kItemIndent = 2;

// Text narrower than this, beside a long marker, reads better below it.
constexpr int kNarrowestItem = 12;
constexpr int kIndentBelowMarker = 4;

std::string Spaces(int count) { return std::string(static_cast<size_t>(std::max(count, 0)), ' '); }

}  // namespace

void Page::Line(absl::string_view before, absl::string_view escape, absl::string_view text) {
  if (gap_) text_.push_back('\n');
  gap_ = false;
  const bool styled = style_.colour && !escape.empty() && !text.empty();
  const std::string line =
      styled ? absl::StrCat(before, escape, text, kReset) : absl::StrCat(before, text);
  absl::StrAppend(&text_, absl::StripTrailingAsciiWhitespace(line), "\n");
}

void Page::Lines(absl::string_view text, int indent, absl::string_view escape) {
  const std::string before = Spaces(indent);
  for (const std::string& line : Wrap(Printable(text), style_.width - indent)) {
    Line(before, escape, line);
  }
}

void Page::Alarm(absl::string_view text) {
  for (const std::string& line : Wrap(Printable(text), style_.width)) {
    // On a terminal the bar spans the page.
    const int rest = style_.colour ? style_.width - Columns(line) : 0;
    Line("", kReverse, absl::StrCat(line, Spaces(rest)));
  }
}

void Page::Heading(absl::string_view text) { Lines(text, 0, kBold); }

void Page::Paragraph(absl::string_view text, int indent) { Lines(text, indent, kPlain); }

std::string Page::Accented(absl::string_view text) const {
  return style_.colour ? absl::StrCat(kAccent, text, kReset) : std::string(text);
}

void Page::Item(absl::string_view marker, absl::string_view text) {
  const std::string shown = PrintableLine(marker);
  const int indent = kItemIndent + Columns(shown) + 1;
  if (style_.width - indent < kNarrowestItem) {
    Line(Spaces(kItemIndent), kAccent, shown);
    Lines(text, kIndentBelowMarker, kPlain);
    return;
  }
  std::string before = absl::StrCat(Spaces(kItemIndent), Accented(shown), " ");
  for (const std::string& line : Wrap(Printable(text), style_.width - indent)) {
    Line(before, kPlain, line);
    before = Spaces(indent);
  }
}

void Page::Unwrapped(absl::string_view text) {
  Line(Spaces(kItemIndent), kPlain, PrintableLine(text));
}

}  // namespace charley::cli
