#include "service/triage/phrase_notation.h"

#include <algorithm>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "knowledge/status_macros.h"
#include "service/text/message.h"

namespace charley::triage {
namespace {

using Kind = PhraseToken::Kind;

constexpr int kDeepestChoice =
    8;  // brackets within brackets, so that a slip cannot exhaust the stack

absl::StatusOr<PhraseToken> ParseNumber(absl::string_view range) {
  PhraseToken token;
  token.kind = Kind::kNumber;
  token.high = 1e9;
  token.text = absl::StrCat("#", range);
  const std::vector<absl::string_view> ends = absl::StrSplit(range, '-');
  const bool is_read =
      range.empty() || (ends.size() == 2 && absl::SimpleAtod(ends[0], &token.low) &&
                        absl::SimpleAtod(ends[1], &token.high));
  if (is_read) return token;
  return absl::InvalidArgumentError(absl::StrCat("has the range '#", range, "'; write #38-42"));
}

void AppendWords(absl::string_view written, Kind kind, PhraseSequence& sequence) {
  const text::Message message = text::ReadMessage(written);
  for (const text::Word& word : message.words) {
    sequence.push_back({kind, std::string(message.Form(word)), 0, 0, {}});
  }
}

absl::Status AppendToken(absl::string_view written, PhraseSequence& sequence) {
  if (written == "_") {
    sequence.push_back({Kind::kAny, "_", 0, 0, {}});
  } else if (written == "...") {
    sequence.push_back({Kind::kGap, "...", 0, 0, {}});
  } else if (absl::ConsumePrefix(&written, "#")) {
    ASSIGN_OR_RETURN(PhraseToken token, ParseNumber(written));
    sequence.push_back(std::move(token));
  } else if (absl::ConsumePrefix(&written, "{")) {
    if (!absl::ConsumeSuffix(&written, "}")) {
      return absl::InvalidArgumentError("has a brace that does not close");
    }
    sequence.push_back({Kind::kConcept, std::string(written), 0, 0, {}});
  } else {
    const bool exact = absl::ConsumePrefix(&written, "=");
    AppendWords(written, exact ? Kind::kExact : Kind::kStem, sequence);
  }
  return absl::OkStatus();
}

// The end of the group that opens at `at`; npos when it does not close.
size_t CloseOf(absl::string_view phrase, size_t at) {
  int depth = 0;
  for (size_t i = at; i < phrase.size(); ++i) {
    if (phrase[i] == '(') ++depth;
    if (phrase[i] == ')' && --depth == 0) return i;
  }
  return absl::string_view::npos;
}

std::vector<absl::string_view> SplitAlternatives(absl::string_view group) {
  std::vector<absl::string_view> parts;
  int depth = 0;
  size_t start = 0;
  for (size_t i = 0; i < group.size(); ++i) {
    if (group[i] == '(') ++depth;
    if (group[i] == ')') --depth;
    if (group[i] != '|' || depth != 0) continue;
    parts.push_back(group.substr(start, i - start));
    start = i + 1;
  }
  parts.push_back(group.substr(start));
  return parts;
}

absl::Status Parse(absl::string_view phrase, int depth, PhraseSequence& sequence);

absl::Status AppendChoice(absl::string_view group, int depth, PhraseSequence& sequence) {
  if (depth >= kDeepestChoice) return absl::InvalidArgumentError("has too many nested brackets");
  PhraseToken choice;
  choice.kind = Kind::kChoice;
  choice.text = absl::StrCat("(", group, ")");
  for (const absl::string_view part : SplitAlternatives(group)) {
    PhraseSequence alternative;
    RETURN_IF_ERROR(Parse(part, depth + 1, alternative));
    choice.alternatives.push_back(std::move(alternative));
  }
  sequence.push_back(std::move(choice));
  return absl::OkStatus();
}

absl::Status Parse(absl::string_view phrase, int depth, PhraseSequence& sequence) {
  for (;;) {
    const size_t open = phrase.find('(');
    const absl::string_view plain = phrase.substr(0, open);
    if (plain.find_first_of(")|") != absl::string_view::npos) {
      return absl::InvalidArgumentError("has ')' or '|' outside of brackets");
    }
    for (const absl::string_view written : absl::StrSplit(plain, ' ', absl::SkipEmpty())) {
      RETURN_IF_ERROR(AppendToken(written, sequence));
    }
    if (open == absl::string_view::npos) return absl::OkStatus();
    const size_t close = CloseOf(phrase, open);
    if (close == absl::string_view::npos) {
      return absl::InvalidArgumentError("has a bracket that does not close");
    }
    RETURN_IF_ERROR(AppendChoice(phrase.substr(open + 1, close - open - 1), depth, sequence));
    phrase.remove_prefix(close + 1);
  }
}

bool MayBeEmpty(const PhraseSequence& sequence) {
  return std::all_of(sequence.begin(), sequence.end(), [](const PhraseToken& token) {
    if (token.kind == Kind::kGap) return true;
    return token.kind == Kind::kChoice &&
           std::any_of(token.alternatives.begin(), token.alternatives.end(), MayBeEmpty);
  });
}

}  // namespace

absl::StatusOr<PhraseSequence> ParsePhrase(absl::string_view phrase) {
  PhraseSequence sequence;
  RETURN_IF_ERROR(Parse(phrase, 0, sequence));
  if (MayBeEmpty(sequence)) return absl::InvalidArgumentError("may be empty; write a word in it");
  if (sequence.front().kind == Kind::kGap || sequence.back().kind == Kind::kGap) {
    return absl::InvalidArgumentError("begins or ends with '...'");
  }
  return sequence;
}

}  // namespace charley::triage
