#include "client/cli/emergency_numbers.h"

#include <algorithm>

#include "absl/strings/str_cat.h"

namespace charley::cli {
namespace {

struct RegionNumber {
  const char* region;
  const char* number;
};

constexpr RegionNumber kNumbers[] = {
    {"AT", "112"}, {"AU", "000"}, {"BE", "112"}, {"BG", "112"}, {"BR", "192"}, {"CA", "911"},
    {"CH", "144"}, {"CN", "120"}, {"CY", "112"}, {"CZ", "112"}, {"DE", "112"}, {"DK", "112"},
    {"EE", "112"}, {"ES", "112"}, {"FI", "112"}, {"FR", "112"}, {"GB", "999"}, {"GR", "112"},
    {"HR", "112"}, {"HU", "112"}, {"IE", "112"}, {"IN", "112"}, {"IS", "112"}, {"IT", "112"},
    {"JP", "119"}, {"LT", "112"}, {"LU", "112"}, {"LV", "112"}, {"MT", "112"}, {"MX", "911"},
    {"NL", "112"}, {"NO", "113"}, {"NZ", "111"}, {"PL", "112"}, {"PT", "112"}, {"RO", "112"},
    {"SE", "112"}, {"SI", "112"}, {"SK", "112"}, {"US", "911"}, {"ZA", "112"},
};

}  // namespace

absl::string_view EmergencyNumber(absl::string_view region) {
  const auto* const found =
      std::find_if(std::begin(kNumbers), std::end(kNumbers),
                   [&](const RegionNumber& entry) { return region == entry.region; });
  return found == std::end(kNumbers) ? absl::string_view() : found->number;
}

std::string SafeLine(absl::string_view region) {
  const absl::string_view number = EmergencyNumber(region);
  return absl::StrCat("If this may be an emergency, call ",
                      number.empty() ? "your local emergency number" : number, ".");
}

}  // namespace charley::cli
