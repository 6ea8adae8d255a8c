#include "service/text/error_model.h"

#include <gtest/gtest.h>

namespace charley::text {
namespace {

TEST(ErrorLikelihood, IsHighestForTheCommonSlips) {
  EXPECT_EQ(ErrorLikelihood("clalf", "callf", 1), 1);          // exchanged
  EXPECT_EQ(ErrorLikelihood("mucle", "muscle", 1), 1);         // missing
  EXPECT_EQ(ErrorLikelihood("crramp", "cramp", 1), 1);         // doubled
  EXPECT_EQ(ErrorLikelihood("crsmp", "cramp", 1), 1);          // the key beside
  EXPECT_EQ(ErrorLikelihood("magnisium", "magnesium", 1), 1);  // another vowel
  EXPECT_EQ(ErrorLikelihood("ramp", "cramp", 1), 0.25F);       // missing, but first
}

TEST(ErrorLikelihood, IsLowForLettersThatAreNeitherNearNorAlike) {
  EXPECT_LT(ErrorLikelihood("crwmp", "crnmp", 1), 1);
  EXPECT_LT(ErrorLikelihood("cramxp", "cramp", 1), 1);
}

TEST(ErrorLikelihood, TrustsTheFirstLetterUnlessItChangedPlaces) {
  EXPECT_LT(ErrorLikelihood("xramp", "cramp", 1), ErrorLikelihood("crsmp", "cramp", 1));
  EXPECT_EQ(ErrorLikelihood("rcamp", "cramp", 1), 1);
}

TEST(ErrorLikelihood, IsFarLowerForTwoEdits) {
  EXPECT_LT(ErrorLikelihood("hamstirngg", "hamstring", 2), ErrorLikelihood("cramxp", "cramp", 1));
}

TEST(ErrorLikelihood, TakesFormsOfAnyBytes) {
  EXPECT_GT(ErrorLikelihood("caf\xC3", "cafe", 1), 0);
  EXPECT_GT(ErrorLikelihood("a", "ab", 1), 0);
  EXPECT_GT(ErrorLikelihood("12a4", "1234", 1), 0);
}

TEST(LettersBeside, KnowsLowerCaseLettersAlone) {
  EXPECT_EQ(LettersBeside('q'), "wa");
  EXPECT_EQ(LettersBeside('Q'), "");
  EXPECT_EQ(LettersBeside('\xC3'), "");
}

}  // namespace
}  // namespace charley::text
