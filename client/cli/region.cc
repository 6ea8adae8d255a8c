#include "client/cli/region.h"

#include <unicode/locid.h>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace charley::cli {

std::string RegionFromLocale(const Environment& environment) {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string locale = environment(name);
    if (locale.empty()) continue;
    const std::string country = icu::Locale::createCanonical(locale.c_str()).getCountry();
    const bool two_letters =
        country.size() == 2 && absl::ascii_isupper(country[0]) && absl::ascii_isupper(country[1]);
    // "C.UTF-8" and "en_US_POSIX", which ICU makes of it, name no country.
    const bool posix = locale[0] == 'C' && (locale.size() == 1 || locale[1] == '.');
    return two_letters && !posix && locale != "POSIX" ? country : "";
  }
  return "";
}

Region ResolveRegion(absl::string_view chosen, const Environment& environment) {
  if (!chosen.empty()) return {absl::AsciiStrToUpper(chosen), false};
  return {RegionFromLocale(environment), true};
}

std::string RegionNote(const Region& region) {
  if (!region.guessed) return "";
  if (region.code.empty()) {
    return "No region is known: --region GB, for example, shows the right emergency number.";
  }
  return absl::StrCat("Region ", region.code, ", guessed from your locale; --region changes it.");
}

}  // namespace charley::cli
