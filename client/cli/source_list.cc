#include "client/cli/source_list.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace charley::cli {
namespace {

bool SameSource(const v1::Citation& a, const v1::Citation& b) {
  return a.source_id() == b.source_id();
}

bool SamePlace(const v1::Citation& a, const v1::Citation& b) {
  return SameSource(a, b) && a.paragraph() == b.paragraph() && a.quote() == b.quote() &&
         a.evidence() == b.evidence();
}

absl::string_view Label(v1::Evidence evidence) {
  switch (evidence) {
    case v1::EVIDENCE_GUIDELINE:
      return "guideline";
    case v1::EVIDENCE_ARTICLE:
      return "article";
    case v1::EVIDENCE_CLINIC_OPINION:
      return "the clinic's opinion";
    default:
      return "kind of statement not known";
  }
}

std::string Name(const v1::Citation& citation) {
  return absl::StrCat(citation.title(), ". ", citation.publisher(), ", ", citation.date());
}

std::string Mark(size_t index) { return absl::StrCat("[", index + 1, "]"); }

}  // namespace

std::string SourceList::Add(const Citations& citations) {
  std::string marks;
  for (const v1::Citation& citation : citations) {
    const auto found =
        std::find_if(citations_.begin(), citations_.end(),
                     [&](const v1::Citation& known) { return SamePlace(known, citation); });
    absl::StrAppend(&marks, Mark(static_cast<size_t>(found - citations_.begin())));
    if (found == citations_.end()) citations_.push_back(citation);
  }
  return marks;
}

void SourceList::Render(Page& page) const {
  if (citations_.empty()) return;
  page.Heading("Sources");
  for (size_t i = 0; i < citations_.size(); ++i) {
    const v1::Citation& citation = citations_[i];
    if (i == 0 || !SameSource(citations_[i - 1], citation)) {
      page.Paragraph(Name(citation), 2);
      if (!citation.uri().empty()) page.Unwrapped(citation.uri());
    }
    RenderPlace(Mark(i), citation, page);
  }
}

void SourceList::RenderBriefly(Page& page) const {
  if (citations_.empty()) return;
  std::vector<std::string> names, opinions;
  for (size_t i = 0; i < citations_.size(); ++i) {
    if (i == 0 || !SameSource(citations_[i - 1], citations_[i])) {
      names.push_back(absl::StrCat(Mark(i), " ", Name(citations_[i])));
    }
    if (citations_[i].evidence() == v1::EVIDENCE_CLINIC_OPINION) opinions.push_back(Mark(i));
  }
  std::string text = absl::StrCat("Sources: ", absl::StrJoin(names, "; "), ".");
  if (!opinions.empty()) {
    absl::StrAppend(&text, " The clinic's opinion: ", absl::StrJoin(opinions, ""), ".");
  }
  page.Paragraph(absl::StrCat(text, " /sources shows the places."));
}

void RenderPlace(absl::string_view marker, const v1::Citation& citation, Page& page) {
  std::string text = citation.paragraph() > 0 ? absl::StrCat("paragraph ", citation.paragraph())
                                              : "the whole source";
  absl::StrAppend(&text, " (", Label(citation.evidence()), ")");
  if (!citation.quote().empty()) absl::StrAppend(&text, ": \"", citation.quote(), "\"");
  page.Item(marker, text);
}

}  // namespace charley::cli
