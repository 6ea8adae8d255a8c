#include "service/text/message.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <limits>

#include "absl/strings/ascii.h"
#include "service/text/normalize.h"

namespace charley::text {
namespace {

enum class CharClass : uint8_t { kWord, kIdeograph, kSpace, kComma, kClause, kSentence };

CharClass ClassOfAscii(unsigned char c) {
  if (absl::ascii_isalnum(c) || c == '_') return CharClass::kWord;
  switch (c) {
    case '.':
    case '!':
    case '?':
      return CharClass::kSentence;
    case ',':
      return CharClass::kComma;
    case ';':
    case ':':
    case '(':
    case ')':
    case '[':
    case ']':
    case '\n':
      return CharClass::kClause;
    default:
      return CharClass::kSpace;
  }
}

bool IsIdeograph(UChar32 c) {
  return u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) || (c >= 0x3040 && c <= 0x30FF);
}

CharClass ClassOf(UChar32 c) {
  if (c < 0) return CharClass::kSpace;
  if (c < 0x80) return ClassOfAscii(static_cast<unsigned char>(c));
  if (IsIdeograph(c)) return CharClass::kIdeograph;
  if (u_isalnum(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0) return CharClass::kWord;
  switch (c) {
    case 0x3002:  // ideographic full stop
    case 0x0964:  // danda
    case 0x061F:  // arabic question mark
    case 0x2026:  // ellipsis
      return CharClass::kSentence;
    case 0x3001:  // ideographic comma
    case 0x060C:  // arabic comma
      return CharClass::kComma;
    case 0x2013:
    case 0x2014:
      return CharClass::kClause;
    default:
      return CharClass::kSpace;
  }
}

// Cuts one text into words.
class Cutter {
 public:
  explicit Cutter(Message& message) : message_(message) { message_.words.reserve(32); }

  void Cut() {
    const auto* bytes = reinterpret_cast<const uint8_t*>(message_.text.data());
    const auto size = static_cast<int32_t>(message_.text.size());
    for (int32_t i = 0; i < size;) {
      if (open_) {  // most letters are told by this alone; a null ends them
        while (absl::ascii_isalnum(bytes[i])) ++i;
        if (i == size) break;
      }
      const int32_t start = i;
      UChar32 c;
      U8_NEXT(bytes, i, size, c);
      Take(c, static_cast<uint32_t>(start), static_cast<uint32_t>(i));
    }
    Close(static_cast<uint32_t>(size));
  }

 private:
  void Take(UChar32 c, uint32_t start, uint32_t next) {
    CharClass char_class = ClassOf(c);
    if (char_class == CharClass::kWord && open_) return;
    if (char_class == CharClass::kSentence && IsInsideNumber(start)) char_class = CharClass::kWord;
    if (char_class == CharClass::kComma && IsInsideNumber(start)) char_class = CharClass::kWord;
    if (c == '-' && HasSpaceBefore(start)) char_class = CharClass::kClause;
    if (char_class == CharClass::kWord) {
      if (!open_) Open(start);
      return;
    }
    Close(start);
    if (char_class == CharClass::kIdeograph) {
      Open(start);
      Close(next);
      return;
    }
    gap_ = std::max(gap_, GapOf(char_class));
    if (c == '?' || c == 0x061F) MarkQuestion();
  }

  bool IsInsideNumber(uint32_t at) const {
    const std::string& text = message_.text;
    return at > 0 && at + 1 < text.size() &&
           absl::ascii_isdigit(static_cast<unsigned char>(text[at - 1])) &&
           absl::ascii_isdigit(static_cast<unsigned char>(text[at + 1]));
  }

  bool HasSpaceBefore(uint32_t at) const { return at > 0 && message_.text[at - 1] == ' '; }

  static Gap GapOf(CharClass char_class) {
    switch (char_class) {
      case CharClass::kComma:
        return Gap::kComma;
      case CharClass::kClause:
        return Gap::kClause;
      case CharClass::kSentence:
        return Gap::kSentence;
      default:
        return Gap::kSpace;
    }
  }

  void Open(uint32_t at) {
    open_ = true;
    if (gap_ >= Gap::kClause && !message_.words.empty()) Increment(clause_);
    if (gap_ == Gap::kSentence && !message_.words.empty()) {
      Increment(sentence_);
      sentence_start_ = message_.words.size();
    }
    message_.words.push_back({at, at, gap_, clause_, sentence_, false});
    gap_ = Gap::kSpace;
  }

  static void Increment(uint16_t& count) {
    if (count < std::numeric_limits<uint16_t>::max()) ++count;
  }

  void Close(uint32_t at) {
    if (open_) message_.words.back().end = at;
    open_ = false;
  }

  void MarkQuestion() {
    for (size_t i = sentence_start_; i < message_.words.size(); ++i)
      message_.words[i].question = true;
  }

  Message& message_;
  Gap gap_ = Gap::kSentence;
  uint16_t clause_ = 0;
  uint16_t sentence_ = 0;
  size_t sentence_start_ = 0;
  bool open_ = false;
};

}  // namespace

Message ReadMessage(absl::string_view raw) {
  Message message;
  message.text = Normalize(raw);
  Cutter(message).Cut();
  return message;
}

}  // namespace charley::text
