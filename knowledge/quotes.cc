#include "knowledge/quotes.h"

#include <set>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "knowledge/file_content.h"
#include "knowledge/status_macros.h"

namespace charley::knowledge {
namespace {

using Citations = google::protobuf::RepeatedPtrField<v1::Citation>;

std::string WithPlainMarks(absl::string_view text) {
  return absl::StrReplaceAll(
      text, {{"\u2018", "'"}, {"\u2019", "'"}, {"\u201C", "\""}, {"\u201D", "\""}});
}

class QuoteCheck {
 public:
  QuoteCheck(absl::string_view source_id, const Paragraphs& paragraphs)
      : source_id_(source_id), paragraphs_(paragraphs) {}

  void Check(const std::string& owner, const Citations& citations) {
    for (const v1::Citation& citation : citations) {
      if (citation.source_id() == source_id_) CheckOne(owner, citation);
    }
  }

  void Cover(const Citations& citations) {
    for (const v1::Citation& citation : citations) {
      if (citation.source_id() == source_id_) covered_.insert(citation.paragraph());
    }
  }

  std::vector<Problem> Finish() {
    for (const auto& [number, text] : paragraphs_) {
      if (covered_.count(number) != 0) continue;
      problems_.push_back({Severity::kWarning, absl::StrCat(source_id_, ", paragraph ", number),
                           "is cited by no topic", "write a topic, or know why there is none"});
    }
    return std::move(problems_);
  }

 private:
  void CheckOne(const std::string& owner, const v1::Citation& citation) {
    const auto it = paragraphs_.find(citation.paragraph());
    const std::string where = absl::StrCat(owner, ", paragraph ", citation.paragraph());
    if (it == paragraphs_.end()) {
      problems_.push_back({Severity::kError, where, "is not in the source", "correct the number"});
    } else if (!absl::StrContains(WithPlainMarks(it->second), WithPlainMarks(citation.quote()))) {
      problems_.push_back({Severity::kError, where,
                           absl::StrCat("does not hold the words \"", citation.quote(), "\""),
                           "quote it letter by letter"});
    }
  }

  const absl::string_view source_id_;
  const Paragraphs& paragraphs_;
  std::set<int> covered_;
  std::vector<Problem> problems_;
};

}  // namespace

absl::StatusOr<Paragraphs> ReadParagraphs(const std::string& path) {
  ASSIGN_OR_RETURN(const std::string content, ReadFileContent(path));
  Paragraphs paragraphs;
  int line_number = 0;
  for (absl::string_view line : absl::StrSplit(content, '\n')) {
    ++line_number;
    line = absl::StripSuffix(line, "\r");
    if (line.empty() || line[0] == '#') continue;
    const size_t tab = line.find('\t');
    int number = 0;
    if (tab == absl::string_view::npos || !absl::SimpleAtoi(line.substr(0, tab), &number)) {
      return absl::InvalidArgumentError(absl::StrCat(
          path, ":", line_number, ":1: neither a comment nor a paragraph's number and a tab"));
    }
    paragraphs[number] = std::string(line.substr(tab + 1));
  }
  return paragraphs;
}

std::vector<Problem> CheckQuotes(const v1::Pack& pack, absl::string_view source_id,
                                 const Paragraphs& paragraphs) {
  QuoteCheck check(source_id, paragraphs);
  for (const v1::Topic& topic : pack.topics()) {
    check.Check(absl::StrCat("topic ", topic.id()), topic.citations());
    check.Cover(topic.citations());
  }
  for (const v1::TriageRule& rule : pack.triage_rules()) {
    check.Check(absl::StrCat("triage rule ", rule.id()), rule.citations());
  }
  check.Check("manifest", pack.manifest().learned_citations());
  return check.Finish();
}

}  // namespace charley::knowledge
