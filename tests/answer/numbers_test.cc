#include "service/answer/numbers.h"

#include <gmock/gmock.h>

#include "tests/support/test_pack.h"

namespace charley::answer {
namespace {

using ::charley::testing::MakeTestPack;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class NumbersTest : public ::testing::Test {
 protected:
  const knowledge::v1::Pack pack_ = MakeTestPack();
};

TEST_F(NumbersTest, KeepsTheZerosOfAustralia) {
  const Numbers numbers(pack_, "AU");
  EXPECT_EQ(numbers.Fill("Call {emergency} now."), "Call 000 now.");
  EXPECT_THAT(numbers.NumbersOf("Call {emergency} now."), ElementsAre("000"));
}

TEST_F(NumbersTest, TellsBritishAdviceFromNewZealandsAmbulance) {
  EXPECT_EQ(Numbers(pack_, "GB").Fill("{emergency}, {advice}"), "999, NHS 111");
  EXPECT_EQ(Numbers(pack_, "NZ").Fill("{emergency}, {advice}"), "111, Healthline on 0800 611 116");
}

TEST_F(NumbersTest, ReadsRegionsInAnyCase) {
  EXPECT_EQ(Numbers(pack_, "nz").Fill("{emergency}"), "111");
}

TEST_F(NumbersTest, SaysLocalNumberWhereTheRegionIsUnknown) {
  for (const char* region : {"", "XX", "no region at all"}) {
    const Numbers numbers(pack_, region);
    EXPECT_EQ(numbers.Fill("Call {emergency}."), "Call your local emergency number.");
    EXPECT_EQ(numbers.Fill("{advice}"), "your local health advice line");
    EXPECT_THAT(numbers.NumbersOf("Call {emergency}."), IsEmpty());
  }
}

TEST_F(NumbersTest, PutsTheEmergencyNumberWhereALineIsMissing) {
  EXPECT_EQ(Numbers(pack_, "AU").Fill("{crisis}"), "000");
  EXPECT_EQ(Numbers(pack_, "GB").Fill("{poison}"), "999");
  EXPECT_EQ(Numbers(pack_, "US").Fill("{advice}"), "your local health advice line");
}

TEST_F(NumbersTest, NamesALineOnceWhenItsNameIsItsNumber) {
  knowledge::v1::Pack pack = pack_;
  auto& region = *pack.add_regions();
  region.set_code("DE");
  region.set_emergency_number("112");
  region.set_advice_number("116 117");
  region.set_advice_name("116117");
  EXPECT_EQ(Numbers(pack, "DE").Fill("{advice}"), "116117");
}

TEST_F(NumbersTest, ListsWhatATextNamesInItsOrderAndTheEmergencyNumberLast) {
  const Numbers numbers(pack_, "GB");
  EXPECT_THAT(numbers.NumbersOf("Call {advice}."), ElementsAre("111", "999"));
  EXPECT_THAT(numbers.NumbersOf("Call {crisis}, or {emergency}."), ElementsAre("116 123", "999"));
  EXPECT_THAT(numbers.NumbersOf("Call {emergency}, or {crisis}."), ElementsAre("999", "116 123"));
  EXPECT_THAT(numbers.NumbersOf("No number."), ElementsAre("999"));
}

TEST_F(NumbersTest, FillsASafeCardInItsOwnLanguage) {
  const auto& card = pack_.safe_cards(0);
  EXPECT_EQ(Numbers(pack_, "US").FillCard(card, card.escalation()), "Llame ahora: 911.");
  EXPECT_EQ(Numbers(pack_, "").FillCard(card, card.escalation()),
            "Llame ahora: al número de emergencias local.");
}

}  // namespace
}  // namespace charley::answer
