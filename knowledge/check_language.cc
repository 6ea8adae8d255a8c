// The standing texts, the regions and the cards in other languages.

#include "absl/strings/str_cat.h"
#include "knowledge/check.h"

namespace charley::knowledge {
namespace {

void Error(std::vector<Problem>& problems, std::string where, std::string what,
           std::string remedy) {
  problems.push_back({Severity::kError, std::move(where), std::move(what), std::move(remedy)});
}

void CheckManifest(const v1::Manifest& manifest, std::vector<Problem>& problems) {
  const std::pair<const char*, const std::string&> required[] = {
      {"id", manifest.id()},
      {"title", manifest.title()},
      {"language", manifest.language()},
      {"subject", manifest.subject()},
      {"safety_net", manifest.safety_net()},
      {"not_covered", manifest.not_covered()},
      {"clarification_prompt", manifest.clarification_prompt()},
      {"disclaimer", manifest.disclaimer()},
      {"urgent_action", manifest.urgent_action()},
      {"emergency_action", manifest.emergency_action()},
      {"learned_reason", manifest.learned_reason()},
      {"unknown_emergency_number", manifest.unknown_emergency_number()},
      {"unknown_advice_line", manifest.unknown_advice_line()},
      {"information_card", manifest.information_card()},
  };
  for (const auto& [name, value] : required) {
    if (value.empty()) Error(problems, "manifest", absl::StrCat("has no ", name), "write it");
  }
}

void CheckRegion(const v1::Region& region, std::vector<Problem>& problems) {
  const std::string where = absl::StrCat("region ", region.code());
  if (region.code().size() != 2) {
    Error(problems, where, "has a code that is not two letters", "use ISO 3166-1 alpha-2");
  }
  if (region.emergency_number().empty()) {
    Error(problems, where, "has no emergency number", "write it as dialled, as a string");
  }
  if (region.seen().empty()) {
    Error(problems, where, "does not say where its numbers were seen", "name the page or body");
  }
}

}  // namespace

void CheckLanguage(const v1::Pack& pack, std::vector<Problem>& problems) {
  CheckManifest(pack.manifest(), problems);
  for (const v1::Region& region : pack.regions()) CheckRegion(region, problems);
  for (const v1::SmallTalk& talk : pack.small_talk()) {
    if (talk.text().empty() || talk.examples().empty()) {
      Error(problems, absl::StrCat("small talk ", talk.id()), "has no text or no examples",
            "write both");
    }
  }
  for (const v1::SafeCard& card : pack.safe_cards()) {
    if (card.escalation().empty() || card.not_covered().empty()) {
      Error(problems, absl::StrCat("safe card ", card.language()), "lacks one of its texts",
            "write escalation and not_covered");
    }
  }
}

}  // namespace charley::knowledge
