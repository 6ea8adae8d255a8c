// The learned second opinion.

#include "service/triage/second_opinion.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "service/triage/training.h"
#include "tests/triage/small_pack.h"

namespace charley::triage {
namespace {

using ::testing::HasSubstr;

// A pack whose rules know one word, and whose messages teach another.
std::string Lessons() {
  std::string pack = R"pb(
    concepts { id: "hot" phrases: "hot" }
    triage_rules {
      id: "H"
      level: LEVEL_URGENT_TODAY
      all_of { any_of: "hot" }
      fires: "hot calf"
    }
  )pb";
  for (int i = 0; i < 40; ++i) {
    const std::string n = std::to_string(i);
    absl::StrAppend(&pack, "triage_training { id: \"u", n, "\" card: \"c", n,
                    "\" expect: \"urgent\" question: \"calf ballooned word", n, "\" }");
    absl::StrAppend(&pack, "triage_training { id: \"n", n, "\" card: \"c", n,
                    "\" expect: \"not_urgent\" question: \"calf stretch word", n, "\" }");
  }
  return pack;
}

TEST(SecondOpinion, RaisesWhatNoRuleKnows) {
  knowledge::v1::Pack pack = ParsePack(Lessons());
  const auto vocabulary = WordsOf(pack, "calf ballooned stretch");
  auto model = TrainSecondOpinion(pack, *vocabulary);
  ASSERT_TRUE(model.ok()) << model.status();
  *pack.add_models() = *model;
  const auto triage = Triage::Create(std::make_shared<const knowledge::v1::Pack>(pack), vocabulary);
  ASSERT_TRUE(triage.ok()) << triage.status();
  const std::vector<text::Reading> urgent = {text::Read("my calf ballooned", *vocabulary)};
  const std::vector<text::Reading> ordinary = {text::Read("calf stretch", *vocabulary)};
  EXPECT_TRUE((*triage)->Assess(urgent).raised_by_learned);
  EXPECT_EQ((*triage)->Assess(urgent).most_urgent_sentence, "my calf ballooned");
  EXPECT_EQ((*triage)->Assess(urgent).level, knowledge::v1::LEVEL_URGENT_TODAY);
  EXPECT_FALSE((*triage)->Assess(ordinary).raised_by_learned);
  EXPECT_EQ((*triage)->Assess(ordinary).level, knowledge::v1::LEVEL_SELF_CARE);
}

TEST(SecondOpinion, NeverLowersWhatARuleRaised) {
  knowledge::v1::Pack pack = ParsePack(Lessons());
  LinearModel model;
  model.threshold = 0.5;
  model.weights.assign(kFeatureSlots, -1);
  auto& encoded = *pack.add_models();
  encoded.set_name(kSecondOpinionModel);
  encoded.set_data(EncodeModel(model));
  const auto vocabulary = WordsOf(pack);
  const auto triage = Triage::Create(std::make_shared<const knowledge::v1::Pack>(pack), vocabulary);
  ASSERT_TRUE(triage.ok());
  const std::vector<text::Reading> conversation = {text::Read("hot", *vocabulary)};
  const Assessment assessment = (*triage)->Assess(conversation);
  EXPECT_LT(assessment.learned_urgency, 0.5);
  EXPECT_EQ(assessment.level, knowledge::v1::LEVEL_URGENT_TODAY);
  EXPECT_FALSE(assessment.raised_by_learned);
}

TEST(SecondOpinion, LetsNoOtherSentenceDiluteAnUrgentOne) {
  const Opinion opinion{-3, {{0, 0, 4}, {0, 4, 9}}, {2.0, -6.0}};
  EXPECT_DOUBLE_EQ(opinion.Alone(), 2.0 - kAloneHandicap);
  EXPECT_DOUBLE_EQ(opinion.Most(), opinion.Alone());
  EXPECT_DOUBLE_EQ(opinion.Support(0, 1, 2), 2.0);
  EXPECT_DOUBLE_EQ(opinion.Support(0, 5, 6), -6.0);
  EXPECT_DOUBLE_EQ(opinion.Support(0, 3, 5), 2.0);
  EXPECT_LT(opinion.Support(1, 0, 1), -6.0);
}

TEST(SecondOpinion, RaisesByTheWholeWhatNoSentenceShowsAlone) {
  const Opinion opinion{1, {{0, 0, 4}}, {0.5}};
  EXPECT_DOUBLE_EQ(opinion.Most(), 1);
}

TEST(SecondOpinion, IsLearnedTheSameEachTime) {
  const knowledge::v1::Pack pack = ParsePack(Lessons());
  const auto vocabulary = WordsOf(pack);
  EXPECT_EQ(TrainSecondOpinion(pack, *vocabulary)->data(),
            TrainSecondOpinion(pack, *vocabulary)->data());
}

TEST(SecondOpinion, IsNotLearnedFromNothing) {
  const knowledge::v1::Pack pack = ParsePack("");
  EXPECT_THAT(TrainSecondOpinion(pack, *WordsOf(pack)).status().ToString(),
              HasSubstr("add training/triage"));
}

TEST(Model, SurvivesItsEncoding) {
  LinearModel model;
  model.threshold = 0.25;
  model.weights.assign(kFeatureSlots, 0);
  model.weights[3] = 2;
  model.weights[kFeatureSlots - 1] = -1;
  const auto decoded = DecodeModel(EncodeModel(model));
  ASSERT_TRUE(decoded.ok());
  EXPECT_EQ(decoded->threshold, 0.25f);
  EXPECT_NEAR(decoded->weights[3], 2, 1e-4);
  EXPECT_NEAR(decoded->weights[kFeatureSlots - 1], -1, 1e-4);
}

TEST(Model, RefusesBytesThatAreNone) {
  const std::string good = [] {
    LinearModel model;
    model.weights.assign(kFeatureSlots, 0);
    model.weights[5] = 1;
    return EncodeModel(model);
  }();
  EXPECT_TRUE(DecodeModel(good).ok());
  EXPECT_FALSE(DecodeModel("").ok());
  EXPECT_FALSE(DecodeModel("CTL1").ok());
  EXPECT_FALSE(DecodeModel(good.substr(0, good.size() - 1)).ok());
  EXPECT_FALSE(DecodeModel(good + "\xff\xff\xff\xff\xff\xff").ok());
  EXPECT_FALSE(DecodeModel("XXXX" + good.substr(4)).ok());
}

}  // namespace
}  // namespace charley::triage
