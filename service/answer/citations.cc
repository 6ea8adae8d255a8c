#include "service/answer/citations.h"

#include <algorithm>

namespace charley::answer {
namespace {

v1::Evidence ToPublic(knowledge::v1::Evidence evidence) {
  switch (evidence) {
    case knowledge::v1::EVIDENCE_GUIDELINE:
      return v1::EVIDENCE_GUIDELINE;
    case knowledge::v1::EVIDENCE_ARTICLE:
      return v1::EVIDENCE_ARTICLE;
    case knowledge::v1::EVIDENCE_CLINIC_OPINION:
      return v1::EVIDENCE_CLINIC_OPINION;
    default:
      return v1::EVIDENCE_UNSPECIFIED;
  }
}

bool Holds(const PublicCitations& citations, const knowledge::v1::Citation& wanted) {
  return std::any_of(citations.begin(), citations.end(), [&](const v1::Citation& citation) {
    return citation.source_id() == wanted.source_id() &&
           citation.paragraph() == wanted.paragraph() && citation.quote() == wanted.quote();
  });
}

}  // namespace

Citations::Citations(const knowledge::v1::Pack& pack) {
  for (const auto& source : pack.sources()) sources_[source.id()] = &source;
}

const knowledge::v1::Source* Citations::FindSource(const std::string& id) const {
  const auto it = sources_.find(id);
  return it == sources_.end() ? nullptr : it->second;
}

void Citations::Append(const PackCitations& from, PublicCitations& to) const {
  for (const knowledge::v1::Citation& citation : from) {
    const knowledge::v1::Source* source = FindSource(citation.source_id());
    if (source == nullptr || Holds(to, citation)) continue;
    v1::Citation& added = *to.Add();
    added.set_source_id(citation.source_id());
    added.set_paragraph(citation.paragraph());
    added.set_quote(citation.quote());
    added.set_title(source->title());
    added.set_publisher(source->publisher());
    added.set_date(source->date());
    added.set_uri(source->uri());
    added.set_evidence(ToPublic(citation.evidence()));
  }
}

}  // namespace charley::answer
