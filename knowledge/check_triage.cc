// Triage rules say when they fire, why, and how that was tried; their words are there.

#include <algorithm>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "knowledge/check.h"

namespace charley::knowledge {
namespace {

void CheckRequirements(const std::string& where, const v1::TriageRule& rule,
                       std::vector<Problem>& problems) {
  if (rule.all_of().empty()) {
    AddError(problems, where, "requires nothing", "add all_of { any_of: ... }");
  }
  for (const v1::Requirement& requirement : rule.all_of()) {
    if (requirement.any_of().empty()) {
      AddError(problems, where, "has a requirement that nothing can meet", "name a concept in it");
    }
  }
  if (rule.within_words() < 0) {
    AddError(problems, where, absl::StrCat("has within_words ", rule.within_words()),
             "use a number of words, or 0 for no limit");
  }
}

void CheckTrials(const std::string& where, const v1::TriageRule& rule,
                 std::vector<Problem>& problems) {
  if (rule.fires().empty()) {
    AddError(problems, where, "has no example that fires", "write some");
  }
  for (const std::string& miss : rule.near_misses()) {
    if (std::find(rule.fires().begin(), rule.fires().end(), miss) == rule.fires().end()) continue;
    AddError(problems, where, absl::StrCat("must and must not fire on '", miss, "'"),
             "drop it from one of the lists");
  }
}

void CheckRule(const v1::TriageRule& rule, std::vector<Problem>& problems) {
  const std::string where = absl::StrCat("triage rule ", rule.id());
  if (rule.level() == v1::LEVEL_UNSPECIFIED) AddError(problems, where, "has no level", "set one");
  if (rule.reason().empty()) {
    AddError(problems, where, "has no reason", "say why in one plain sentence");
  }
  if (rule.citations().empty()) {
    AddError(problems, where, "has no citation", "cite what stands behind it");
  }
  CheckRequirements(where, rule, problems);
  CheckTrials(where, rule, problems);
}

void CheckCue(int number, const v1::ContextCue& cue, std::vector<Problem>& problems) {
  const std::string where =
      absl::StrCat("context cue ", number, " (", v1::CueKind_Name(cue.kind()), ")");
  if (cue.kind() == v1::CUE_KIND_UNSPECIFIED) {
    AddError(problems, where, "does not say what it does", "set its kind");
  }
  if (cue.phrases().empty()) AddError(problems, where, "has no phrase", "write some");
  if (cue.reach() < 0) {
    AddError(problems, where, absl::StrCat("has the reach ", cue.reach()),
             "use a number of words, or 0 for the whole clause");
  }
}

// A gloss by a single word that is an English word too would read English messages wrongly.
void CheckGloss(const v1::Concept& gloss, const v1::Pack& pack, std::vector<Problem>& problems) {
  const std::string where = absl::StrCat("concept ", gloss.id());
  if (gloss.english().size() > kMostGlossBytes) {
    AddError(problems, where, absl::StrCat("has ", gloss.english().size(), " bytes of 'english'"),
             absl::StrCat("use at most ", kMostGlossBytes, ", a word or two"));
  }
  for (const std::string& phrase : gloss.phrases()) {
    for (const absl::string_view written : absl::StrSplit(phrase, absl::ByAnyChar("(|)"))) {
      const std::string word(absl::StripPrefix(absl::StripAsciiWhitespace(written), "="));
      if (!std::binary_search(pack.dictionary().begin(), pack.dictionary().end(), word)) continue;
      AddError(problems, where, absl::StrCat("has the phrase '", word, "', an English word too"),
               "leave it out, or write more words of the phrase");
    }
  }
}

}  // namespace

void CheckTriage(const v1::Pack& pack, std::vector<Problem>& problems) {
  for (const v1::Concept& meaning : pack.concepts()) {
    if (!meaning.english().empty()) CheckGloss(meaning, pack, problems);
    if (!meaning.phrases().empty()) continue;
    AddError(problems, absl::StrCat("concept ", meaning.id()), "has no phrase",
             "write how people say it");
  }
  for (int i = 0; i < pack.context_cues_size(); ++i) {
    CheckCue(i + 1, pack.context_cues(i), problems);
  }
  if (pack.triage_rules().empty()) {
    AddError(problems, "the pack", "has no triage rule: no red flag would escalate", "write some");
  }
  for (const v1::TriageRule& rule : pack.triage_rules()) CheckRule(rule, problems);
}

}  // namespace charley::knowledge
