#include "client/cli/width.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "absl/strings/str_split.h"

namespace charley::cli {
namespace {

using Segments = std::vector<icu::UnicodeString>;
using MakeIterator = icu::BreakIterator* (*)(const icu::Locale&, UErrorCode&);

// `text` cut at the boundaries of one kind; whole, should ICU lack its data.
Segments Cut(const icu::UnicodeString& text, MakeIterator make) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> boundaries(make(icu::Locale::getRoot(), error));
  if (U_FAILURE(error)) return {text};
  boundaries->setText(text);
  Segments segments;
  int32_t start = boundaries->first();
  for (int32_t end = boundaries->next(); end != icu::BreakIterator::DONE;
       start = end, end = boundaries->next()) {
    segments.push_back(text.tempSubStringBetween(start, end));
  }
  return segments;
}

Segments Graphemes(const icu::UnicodeString& text) {
  return Cut(text, &icu::BreakIterator::createCharacterInstance);
}

int ColumnsOf(UChar32 c) {
  switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
    case U_CONTROL_CHAR:
      return 0;
    default:
      break;
  }
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

int GraphemeColumns(const icu::UnicodeString& grapheme) {
  int columns = 0;
  for (int32_t at = 0; at < grapheme.length(); at = grapheme.moveIndex32(at, 1)) {
    columns = std::max(columns, ColumnsOf(grapheme.char32At(at)));
  }
  return columns;
}

int ColumnsIn(const icu::UnicodeString& text) {
  int columns = 0;
  for (const icu::UnicodeString& grapheme : Graphemes(text)) columns += GraphemeColumns(grapheme);
  return columns;
}

icu::UnicodeString WithoutTrailingSpace(icu::UnicodeString text) {
  int32_t end = text.length();
  while (end > 0 && u_isUWhiteSpace(text.charAt(end - 1))) --end;
  return text.truncate(end), text;
}

// Fills lines of one width, segment by segment.
class Filler {
 public:
  explicit Filler(int width) : width_(width) {}

  void Add(const icu::UnicodeString& segment) {
    const int needed = ColumnsIn(WithoutTrailingSpace(segment));
    if (used_ > 0 && used_ + needed > width_) EndLine();
    if (needed > width_) {
      for (const icu::UnicodeString& grapheme : Graphemes(segment)) AddGrapheme(grapheme);
    } else {
      line_ += segment;
      used_ += ColumnsIn(segment);
    }
  }

  void EndLine() {
    std::string utf8;
    WithoutTrailingSpace(line_).toUTF8String(utf8);
    lines_.push_back(std::move(utf8));
    line_.remove();
    used_ = 0;
  }

  std::vector<std::string> Take() { return std::move(lines_); }

 private:
  void AddGrapheme(const icu::UnicodeString& grapheme) {
    const int needed = GraphemeColumns(grapheme);
    if (used_ > 0 && used_ + needed > width_) EndLine();
    line_ += grapheme;
    used_ += needed;
  }

  const int width_;
  icu::UnicodeString line_;
  int used_ = 0;
  std::vector<std::string> lines_;
};

}  // namespace

int Columns(absl::string_view text) {
  return ColumnsIn(icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size()))));
}

std::vector<std::string> Wrap(absl::string_view text, int width) {
  Filler filler(std::max(width, 1));
  for (const absl::string_view line : absl::StrSplit(text, '\n')) {
    const auto unicode = icu::UnicodeString::fromUTF8(
        icu::StringPiece(line.data(), static_cast<int32_t>(line.size())));
    for (const icu::UnicodeString& segment :
         Cut(unicode, &icu::BreakIterator::createLineInstance)) {
      filler.Add(segment);
    }
    filler.EndLine();
  }
  return filler.Take();
}

}  // namespace charley::cli
