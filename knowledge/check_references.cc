// Every id is there once, and every reference leads to one.

#include <algorithm>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "knowledge/check.h"
#include "knowledge/readability.h"

namespace charley::knowledge {
namespace {

// Ids stand in URLs, on command lines and in reports.
bool IsIdChar(char c) { return absl::ascii_isalnum(c) || c == '-' || c == '.' || c == '_'; }

class ReferenceCheck {
 public:
  ReferenceCheck(const v1::Pack& pack, std::vector<Problem>& problems)
      : pack_(pack), problems_(problems) {}

  void Check() {
    Ids packs;
    AddId("pack", pack_.manifest().id(), packs);
    for (const auto& source : pack_.sources()) {
      AddId("source", source.id(), source_ids_);
      sources_[source.id()] = &source;
    }
    for (const auto& topic : pack_.topics()) AddId("topic", topic.id(), topic_ids_);
    for (const auto& concept_ : pack_.concepts()) AddId("concept", concept_.id(), concept_ids_);
    for (const auto& talk : pack_.small_talk()) AddId("small talk", talk.id(), talk_ids_);
    for (const auto& region : pack_.regions()) AddId("region", region.code(), region_ids_);
    for (const auto& card : pack_.safe_cards()) AddId("safe card", card.language(), card_ids_);
    for (const auto& topic : pack_.topics()) CheckTopic(topic);
    for (const auto& rule : pack_.triage_rules()) CheckRule(rule);
    CheckCitations("manifest", pack_.manifest().learned_citations());
  }

 private:
  using Ids = absl::flat_hash_set<std::string>;
  using Citations = google::protobuf::RepeatedPtrField<v1::Citation>;

  void AddId(absl::string_view kind, const std::string& id, Ids& ids) {
    if (id.empty()) return Error(absl::StrCat("a ", kind), "has no id", "give it one");
    if (!std::all_of(id.begin(), id.end(), IsIdChar)) {
      Error(absl::StrCat(kind, " ", id), "has an id with other signs than the allowed ones",
            "use letters, digits, hyphens, dots and underscores");
    }
    if (!ids.insert(id).second) {
      Error(absl::StrCat(kind, " ", id), "is there twice", "rename or drop one of them");
    }
  }

  void CheckTopic(const v1::Topic& topic) {
    const std::string where = absl::StrCat("topic ", topic.id());
    CheckCitations(where, topic.citations());
    for (const std::string& related : topic.related()) {
      if (topic_ids_.contains(related) && related != topic.id()) continue;
      Error(where, absl::StrCat("is related to '", related, "', which is no other topic"),
            "name the id of another topic");
    }
  }

  void CheckRule(const v1::TriageRule& rule) {
    const std::string where = absl::StrCat("triage rule ", rule.id());
    AddId("triage rule", rule.id(), rule_ids_);
    CheckCitations(where, rule.citations());
    for (const auto& requirement : rule.all_of()) {
      for (const std::string& id : requirement.any_of()) CheckConcept(where, id);
    }
    for (const std::string& id : rule.unless()) CheckConcept(where, id);
  }

  void CheckConcept(const std::string& where, const std::string& id) {
    absl::string_view prefix = id;
    if (absl::ConsumeSuffix(&prefix, "*")) {
      for (const auto& concept_ : pack_.concepts()) {
        if (concept_.id().compare(0, prefix.size(), prefix.data(), prefix.size()) == 0) return;
      }
    } else if (concept_ids_.contains(id)) {
      return;
    }
    Error(where, absl::StrCat("names the concept '", id, "', which is not there"),
          "correct it, or add the concept to the lexicon");
  }

  void CheckCitations(const std::string& topic, const Citations& citations) {
    for (int i = 0; i < citations.size(); ++i) {
      CheckCitation(absl::StrCat(topic, ", citation ", i + 1), citations[i]);
    }
  }

  void CheckCitation(const std::string& where, const v1::Citation& citation) {
    const auto it = sources_.find(citation.source_id());
    if (it == sources_.end()) {
      return Error(where, absl::StrCat("names the source '", citation.source_id(), "'"),
                   "use the id of a source of this pack");
    }
    const int paragraphs = it->second->paragraphs();
    if (citation.paragraph() < (paragraphs > 0 ? 1 : 0) || citation.paragraph() > paragraphs) {
      Error(where, absl::StrCat("names paragraph ", citation.paragraph()),
            absl::StrCat("the source has ", paragraphs, " numbered paragraphs"));
    }
    const size_t words = SplitWords(citation.quote()).size();
    if (words > static_cast<size_t>(kMostQuoteWords) || (words == 0 && paragraphs > 0)) {
      Error(where, absl::StrCat("has a quote of ", words, " words"),
            absl::StrCat("quote 1 to ", kMostQuoteWords, " words of the paragraph"));
    }
    if (citation.evidence() == v1::EVIDENCE_UNSPECIFIED) {
      Error(where, "does not say what kind of statement it is",
            "set evidence to guideline, article or clinic opinion");
    }
  }

  void Error(std::string where, std::string what, std::string remedy) {
    AddError(problems_, std::move(where), std::move(what), std::move(remedy));
  }

  const v1::Pack& pack_;
  std::vector<Problem>& problems_;
  Ids source_ids_, topic_ids_, concept_ids_, talk_ids_, region_ids_, card_ids_, rule_ids_;
  absl::flat_hash_map<std::string, const v1::Source*> sources_;
};

}  // namespace

void CheckReferences(const v1::Pack& pack, std::vector<Problem>& problems) {
  ReferenceCheck(pack, problems).Check();
}

}  // namespace charley::knowledge
