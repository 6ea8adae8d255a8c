// The standing texts, the regions and the cards in other languages.

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "knowledge/check.h"
#include "knowledge/readability.h"

namespace charley::knowledge {
namespace {

// Every "{...}" of a text must be one that the service fills in.
void CheckPlaceholders(const std::string& where, absl::string_view text,
                       std::vector<Problem>& problems) {
  constexpr absl::string_view kKnown[] = {"{emergency}", "{advice}", "{crisis}", "{poison}"};
  for (size_t open = text.find('{'); open != absl::string_view::npos; open = text.find('{')) {
    text.remove_prefix(open);
    const absl::string_view placeholder = text.substr(0, text.find('}') + 1);
    if (std::find(std::begin(kKnown), std::end(kKnown), placeholder) == std::end(kKnown)) {
      AddError(problems, where,
               absl::StrCat("holds the placeholder '", placeholder.empty() ? text : placeholder,
                            "', which nothing fills in"),
               absl::StrCat("use ", absl::StrJoin(kKnown, ", ")));
    }
    text.remove_prefix(1);
  }
}

// The reading budget of what stands beside answers: sentences as short as theirs.
void CheckSentences(const std::string& where, absl::string_view text,
                    std::vector<Problem>& problems) {
  const int longest = MeasureReadability(text, {}).longest_sentence;
  if (longest <= kMostSentenceWords) return;
  AddError(problems, where, absl::StrCat("has a sentence of ", longest, " words"),
           absl::StrCat("keep to ", kMostSentenceWords));
}

void CheckManifest(const v1::Manifest& manifest, std::vector<Problem>& problems) {
  const std::pair<const char*, const std::string&> required[] = {
      {"title", manifest.title()},
      {"language", manifest.language()},
      {"subject", manifest.subject()},
      {"safety_net", manifest.safety_net()},
      {"not_covered", manifest.not_covered()},
      {"left_out", manifest.left_out()},
      {"clarification_prompt", manifest.clarification_prompt()},
      {"disclaimer", manifest.disclaimer()},
      {"urgent_action", manifest.urgent_action()},
      {"emergency_action", manifest.emergency_action()},
      {"clinician_action", manifest.clinician_action()},
      {"clinician_reason", manifest.clinician_reason()},
      {"learned_reason", manifest.learned_reason()},
      {"unknown_emergency_number", manifest.unknown_emergency_number()},
      {"unknown_advice_line", manifest.unknown_advice_line()},
      {"information_card", manifest.information_card()},
  };
  for (const auto& [name, value] : required) {
    if (value.empty()) AddError(problems, "manifest", absl::StrCat("has no ", name), "write it");
    CheckPlaceholders(absl::StrCat("manifest, ", name), value, problems);
    CheckSentences(absl::StrCat("manifest, ", name), value, problems);
  }
  for (const std::string& name : manifest.also_called()) {
    if (!absl::StripAsciiWhitespace(name).empty()) continue;
    AddError(problems, "manifest", "has an also_called without words",
             "write a name that patients have for the subject, or remove it");
  }
  if (manifest.learned_citations().empty()) {
    AddError(problems, "manifest", "has no learned_citations",
             "cite what stands behind an escalation by the learned second opinion");
  }
}

void CheckRegion(const v1::Region& region, std::vector<Problem>& problems) {
  const std::string where = absl::StrCat("region ", region.code());
  if (region.code().size() != 2 || !absl::ascii_isupper(region.code()[0]) ||
      !absl::ascii_isupper(region.code()[1])) {
    AddError(problems, where, "has a code that is not two capital letters",
             "use ISO 3166-1 alpha-2");
  }
  if (region.emergency_number().empty()) {
    AddError(problems, where, "has no emergency number", "write it as dialled, as a string");
  }
  if (region.seen().empty()) {
    AddError(problems, where, "does not say where its numbers were seen", "name the page or body");
  }
}

void CheckCard(const v1::SafeCard& card, std::vector<Problem>& problems) {
  const std::string where = absl::StrCat("safe card ", card.language());
  if (card.escalation().empty() || card.not_covered().empty() ||
      card.unknown_emergency_number().empty()) {
    AddError(problems, where, "lacks one of its texts",
             "write escalation, not_covered and unknown_emergency_number");
  }
  for (const std::string* text : {&card.escalation(), &card.not_covered()}) {
    if (absl::StrContains(*text, "{emergency}") || text->empty()) continue;
    AddError(problems, where, "has a text without the emergency number", "put {emergency} into it");
  }
}

}  // namespace

void CheckLanguage(const v1::Pack& pack, std::vector<Problem>& problems) {
  CheckManifest(pack.manifest(), problems);
  for (const v1::Region& region : pack.regions()) CheckRegion(region, problems);
  for (const v1::SmallTalk& talk : pack.small_talk()) {
    const std::string where = absl::StrCat("small talk ", talk.id());
    if (talk.text().empty() || talk.examples().empty()) {
      AddError(problems, where, "has no text or no examples", "write both");
    }
    CheckSentences(where, talk.text(), problems);
  }
  for (const v1::SafeCard& card : pack.safe_cards()) CheckCard(card, problems);
  for (const v1::TriageRule& rule : pack.triage_rules()) {
    const std::string where = absl::StrCat("triage rule ", rule.id());
    CheckPlaceholders(absl::StrCat(where, ", action"), rule.action(), problems);
    CheckSentences(absl::StrCat(where, ", action"), rule.action(), problems);
    CheckSentences(absl::StrCat(where, ", reason"), rule.reason(), problems);
  }
}

}  // namespace charley::knowledge
