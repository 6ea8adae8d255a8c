#include "client/cli/region.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>

#include "charley/knowledge/v1/pack.pb.h"
#include "client/cli/emergency_numbers.h"

namespace charley::cli {
namespace {

std::string RegionIn(const std::map<std::string, std::string>& variables) {
  return RegionFromLocale([&](const std::string& name) {
    const auto found = variables.find(name);
    return found == variables.end() ? std::string() : found->second;
  });
}

TEST(RegionFromLocale, IsTheCountryOfTheLocale) {
  EXPECT_EQ(RegionIn({{"LANG", "en_GB.UTF-8"}}), "GB");
  EXPECT_EQ(RegionIn({{"LANG", "de_AT@euro"}}), "AT");
  EXPECT_EQ(RegionIn({{"LANG", "zh_Hant_TW.UTF-8"}}), "TW");
}

TEST(RegionFromLocale, TakesTheFirstVariableThatIsSet) {
  EXPECT_EQ(RegionIn({{"LC_ALL", "fr_FR"}, {"LC_MESSAGES", "de_DE"}, {"LANG", "en_GB"}}), "FR");
  EXPECT_EQ(RegionIn({{"LC_MESSAGES", "de_DE"}, {"LANG", "en_GB"}}), "DE");
  EXPECT_EQ(RegionIn({{"LC_ALL", "C.UTF-8"}, {"LANG", "en_GB"}}), "");
}

TEST(RegionFromLocale, IsEmptyWhereTheLocaleNamesNoCountry) {
  for (const char* locale : {"C", "C.UTF-8", "POSIX", "en", "es_419", "", "x", "../../etc"}) {
    EXPECT_EQ(RegionIn({{"LANG", locale}}), "") << locale;
  }
}

TEST(ResolveRegion, PrefersWhatTheUserChose) {
  const Region region = ResolveRegion("nz", [](const std::string&) { return "en_GB"; });
  EXPECT_EQ(region.code, "NZ");
  EXPECT_EQ(RegionNote(region), "");
}

TEST(RegionNote, NamesAGuess) {
  EXPECT_THAT(RegionNote({"GB", true}), ::testing::HasSubstr("GB, guessed"));
  EXPECT_THAT(RegionNote({"", true}), ::testing::HasSubstr("--region"));
}

TEST(EmergencyNumber, IsThePacksForEveryRegion) {
  std::ifstream file("knowledge/cramps/regions.textproto");
  const std::string text(std::istreambuf_iterator<char>(file), {});
  knowledge::v1::Pack pack;
  ASSERT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &pack));
  ASSERT_GT(pack.regions_size(), 30);
  for (const auto& region : pack.regions()) {
    EXPECT_EQ(EmergencyNumber(region.code()), region.emergency_number()) << region.code();
  }
}

TEST(SafeLine, NamesTheNumberWhereItIsKnown) {
  EXPECT_EQ(SafeLine("AU"), "If this may be an emergency, call 000.");
  EXPECT_EQ(SafeLine("ZZ"), "If this may be an emergency, call your local emergency number.");
  EXPECT_EQ(SafeLine(""), SafeLine("ZZ"));
}

}  // namespace
}  // namespace charley::cli
