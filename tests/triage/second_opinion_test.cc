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
  std::string pack = std::string(kCues) + R"pb(
    concepts { id: "hot" phrases: "hot" }
    concepts { id: "old" phrases: "old" }
    triage_rules {
      id: "H"
      level: LEVEL_URGENT_TODAY
      all_of { any_of: "hot" }
      fires: "hot calf"
      near_misses: "no hot calf"
    }
    triage_rules {
      id: "O"
      level: LEVEL_SEE_CLINICIAN
      all_of { any_of: "old" }
      fires: "old calf"
    }
    topics { id: "age" examples: "old calf" }
    out_of_scope_training { question: "a loan" earlier: "hello" }
    conversation_training { question: "and calf stretch" earlier: "stretch" }
    triage_training { id: "x1" question: "nobody labelled this" }
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
  const Assessment explained = (*triage)->Assess(urgent, /*explain=*/true);
  EXPECT_TRUE(explained.raised_by_learned);
  EXPECT_EQ(explained.most_urgent_sentence, "my calf ballooned");
  EXPECT_EQ(explained.level, knowledge::v1::LEVEL_URGENT_TODAY);
  const Assessment unexplained = (*triage)->Assess(urgent, /*explain=*/false);
  EXPECT_EQ(unexplained.most_urgent_sentence, "");
  EXPECT_EQ(unexplained.level, explained.level);
  EXPECT_FALSE((*triage)->Assess(ordinary, /*explain=*/true).raised_by_learned);
  EXPECT_EQ((*triage)->Assess(ordinary, /*explain=*/true).level, knowledge::v1::LEVEL_SELF_CARE);
}

// A pack with a model that gives every feature one weight.
knowledge::v1::Pack WithWeights(const std::string& text_proto, float weight) {
  knowledge::v1::Pack pack = ParsePack(text_proto);
  pack.add_models()->set_name("of something else");
  auto& encoded = *pack.add_models();
  encoded.set_name(kSecondOpinionModel);
  encoded.set_data(EncodeModel(0.5F, std::vector<float>(kFeatureSlots, weight)));
  return pack;
}

Assessment Assess(const knowledge::v1::Pack& pack, const std::vector<std::string>& messages) {
  const auto vocabulary = WordsOf(pack);
  const auto triage = Triage::Create(std::make_shared<const knowledge::v1::Pack>(pack), vocabulary);
  EXPECT_TRUE(triage.ok()) << triage.status();
  std::vector<text::Reading> conversation;
  for (const std::string& message : messages) {
    conversation.push_back(text::Read(message, *vocabulary));
  }
  return (*triage)->Assess(conversation, /*explain=*/true);
}

TEST(SecondOpinion, NeverLowersWhatARuleRaised) {
  const Assessment assessment = Assess(WithWeights(Lessons(), -1), {"hot"});
  EXPECT_LT(assessment.learned_urgency, 0.5);
  EXPECT_EQ(assessment.level, knowledge::v1::LEVEL_URGENT_TODAY);
  EXPECT_FALSE(assessment.raised_by_learned);
}

TEST(SecondOpinion, RaisesNothingThatARuleRaised) {
  const Assessment assessment = Assess(WithWeights(Lessons(), 1), {"hot"});
  EXPECT_GT(assessment.learned_urgency, 0.5);
  EXPECT_FALSE(assessment.raised_by_learned);
}

TEST(SecondOpinion, SaysNothingOfNoConversation) {
  const Assessment assessment = Assess(WithWeights(Lessons(), -1), {});
  EXPECT_EQ(assessment.level, knowledge::v1::LEVEL_SELF_CARE);
  EXPECT_EQ(assessment.most_urgent_sentence, "");
}

TEST(SecondOpinion, SupportsARuleThatNeedsIt) {
  const std::string weak = R"pb(
    concepts { id: "hot" phrases: "hot" }
    triage_rules {
      id: "W"
      level: LEVEL_URGENT_TODAY
      all_of { any_of: "hot" }
      needs_support: true
    }
  )pb";
  const Assessment refused = Assess(WithWeights(weak, -1), {"hot"});
  EXPECT_EQ(refused.level, knowledge::v1::LEVEL_SELF_CARE);
  ASSERT_EQ(refused.findings.size(), 1u);
  EXPECT_FALSE(refused.findings[0].fired);
  EXPECT_EQ(refused.findings[0].softened_by, "no support by the second opinion");
  EXPECT_TRUE(Assess(WithWeights(weak, 1), {"hot"}).findings.at(0).fired);
  EXPECT_TRUE(Assess(ParsePack(weak), {"hot"}).findings.at(0).fired);  // nothing was learned
}

TEST(SecondOpinion, SupportsARuleByAnyMentionOfWhatItRequires) {
  knowledge::v1::Pack pack = ParsePack(Lessons());
  pack.mutable_triage_rules(0)->set_needs_support(true);
  const auto vocabulary = WordsOf(pack, "calf ballooned stretch");
  auto model = TrainSecondOpinion(pack, *vocabulary);
  ASSERT_TRUE(model.ok()) << model.status();
  *pack.add_models() = *model;
  const std::string weak = "hot calf stretch stretch stretch";
  const std::string strong = "hot calf ballooned ballooned";
  EXPECT_FALSE(Assess(pack, {weak}).findings.at(0).fired);
  EXPECT_TRUE(Assess(pack, {strong}).findings.at(0).fired);
  EXPECT_TRUE(Assess(pack, {weak + ". " + strong}).findings.at(0).fired);
  EXPECT_FALSE(Assess(pack, {weak + ". no " + strong}).findings.at(0).fired);
  const Assessment other = Assess(pack, {weak + ". old calf ballooned"});
  ASSERT_EQ(other.findings.size(), 2u);  // the rule of "old" fires, that of "hot" does not
  EXPECT_FALSE(other.findings[1].fired);
  pack.mutable_triage_rules(0)->set_ignores_context(true);
  EXPECT_TRUE(Assess(pack, {"no " + strong}).findings.at(0).fired);
}

TEST(SecondOpinion, NamesTheMostUrgentSentenceAsItWasTyped) {
  const std::string words = R"pb(concepts { id: "leg.pain" phrases: "leg pain" })pb";
  EXPECT_EQ(Assess(WithWeights(words, 1), {"my legpain"}).most_urgent_sentence, "my legpain");
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

TEST(SecondOpinion, WeighsEveryFeatureOfALongSentence) {
  constexpr int kWords = 40;
  constexpr double kWeight = 0.01;
  const knowledge::v1::Pack pack = WithWeights(Lessons(), kWeight);
  const auto vocabulary = WordsOf(pack, "");
  const auto analyzer = Analyzer::Create(pack, *vocabulary);
  ASSERT_TRUE(analyzer.ok());
  const auto opinion = SecondOpinion::Create(pack, *vocabulary, *analyzer);
  ASSERT_TRUE(opinion.ok());
  std::string sentence;
  for (int i = 0; i < kWords; ++i) absl::StrAppend(&sentence, "ab ");
  const std::vector<text::Reading> conversation = {text::Read(sentence, *vocabulary)};
  // Stems, their pairs, pairs with one word between, and three letter groups of each word.
  const double values = kWords + 0.7 * (kWords - 1) + 0.5 * (kWords - 2) + 0.7 * 3 * kWords;
  EXPECT_NEAR((*opinion)->Weigh(conversation, analyzer->Analyze(conversation)).whole,
              kWeight + kWeight * values * static_cast<double>(ScaleOf(kWords)), 1e-4);
}

// Weighs one feature after another.
class PlainSum final : public FeatureSink {
 public:
  PlainSum(const std::vector<float>& weights, const text::Vocabulary& vocabulary)
      : weights_(weights), vocabulary_(vocabulary) {}

  void Add(uint32_t slot, float value) override { sum_ += weights_[slot] * value; }
  void AddLetters(text::WordId id) override { AddLettersOf(vocabulary_.Form(id)); }
  void AddLettersOf(absl::string_view form) override {
    std::vector<uint32_t> slots;
    AppendLetterSlots(form, slots);
    for (const uint32_t slot : slots) Add(slot, kLetterValue);
  }
  float sum() const { return sum_; }

 private:
  const std::vector<float>& weights_;
  const text::Vocabulary& vocabulary_;
  float sum_ = 0;
};

TEST(SecondOpinion, WeighsWordsThatItLooksUpAsTheirFeatures) {
  std::vector<float> weights(kFeatureSlots);
  for (size_t i = 0; i < weights.size(); ++i) weights[i] = static_cast<float>(i % 997) / 997;
  knowledge::v1::Pack pack = WithWeights(Lessons(), 0);
  pack.mutable_models(1)->set_data(EncodeModel(0.5F, weights));
  const auto vocabulary = WordsOf(pack, "balcony");
  const auto analyzer = Analyzer::Create(pack, *vocabulary);
  ASSERT_TRUE(analyzer.ok());
  const FeatureExtractor extractor(pack, *vocabulary, *analyzer);
  const auto opinion = SecondOpinion::Create(pack, *vocabulary, *analyzer);
  ASSERT_TRUE(opinion.ok());
  // A word of the pack, one of the language, one of neither, a denied one.
  for (const std::string message : {"calf", "balcony", "qqq", "no hot calf", "calf on balcony"}) {
    const std::vector<text::Reading> conversation = {text::Read(message, *vocabulary)};
    const Analysis analysis = analyzer->Analyze(conversation);
    const Sentence sentence = SentencesOf(conversation).front();
    PlainSum plain(weights, *vocabulary);
    extractor.VisitWords(conversation[0], analysis.messages[0], sentence, plain);
    extractor.VisitConcepts(analysis.messages[0], sentence, plain);
    extractor.VisitRules(analysis, plain);
    const float whole = weights[kConstantSlot] + plain.sum() * ScaleOf(sentence.size());
    EXPECT_NEAR((*opinion)->Weigh(conversation, analysis).whole, static_cast<double>(whole), 1e-3)
        << message;
  }
}

TEST(SecondOpinion, IsLearnedTheSameEachTime) {
  const knowledge::v1::Pack pack = ParsePack(Lessons());
  const auto vocabulary = WordsOf(pack);
  EXPECT_EQ(TrainSecondOpinion(pack, *vocabulary)->data(),
            TrainSecondOpinion(pack, *vocabulary)->data());
}

TEST(SecondOpinion, LearnsFromMessagesOfSeveralSentencesAndFromWhatItsRulesGetWrong) {
  std::string lessons = Lessons();
  for (int i = 0; i < 20; ++i) {
    const std::string n = std::to_string(i);
    absl::StrAppend(&lessons, "triage_training { id: \"v", n, "\" card: \"d", n,
                    "\" expect: \"urgent\" question: \"hello there. calf ballooned thing", n,
                    "\" }");
    absl::StrAppend(&lessons, "triage_training { id: \"m", n, "\" card: \"d", n,
                    "\" expect: \"not_urgent\" question: \"hello there. old hot stretch", n,
                    "\" }");
  }
  // What the rules promise and the messages gainsay is learned harder.
  absl::StrAppend(&lessons, R"pb(
    triage_rules {
      id: "S"
      level: LEVEL_URGENT_TODAY
      all_of { any_of: "hot" }
      fires: "calf stretch. calf stretch hot"
      fires: "calf stretch. calf stretch"
      near_misses: "calf ballooned. ballooned"
    }
  )pb");
  knowledge::v1::Pack pack = ParsePack(lessons);
  const auto vocabulary = WordsOf(pack, "calf ballooned stretch hello there");
  auto model = TrainSecondOpinion(pack, *vocabulary);
  ASSERT_TRUE(model.ok()) << model.status();
  *pack.add_models() = *model;
  EXPECT_TRUE(Assess(pack, {"good day. my calf ballooned"}).raised_by_learned);
  EXPECT_FALSE(Assess(pack, {"good day. calf stretch"}).raised_by_learned);
}

// Forty ordinary messages stretch, one example of a rule does at dusk: it is learned again until it
// is raised. Ordinary messages with an urgent word keep the threshold high.
TEST(SecondOpinion, LearnsTheRulesExamplesUntilItRaisesThem) {
  std::string lessons = Lessons();
  for (int i = 0; i < 8; ++i) {
    absl::StrAppend(&lessons, "triage_training { id: \"b", i, "\" card: \"b", i,
                    "\" expect: \"not_urgent\" question: \"calf ballooned\" }");
  }
  absl::StrAppend(&lessons, R"pb(
    triage_rules {
      id: "S"
      level: LEVEL_URGENT_TODAY
      all_of { any_of: "hot" }
      fires: "calf stretch dusk"
    }
  )pb");
  knowledge::v1::Pack pack = ParsePack(lessons);
  const auto model = TrainSecondOpinion(pack, *WordsOf(pack, "calf ballooned stretch dusk"));
  ASSERT_TRUE(model.ok()) << model.status();
  *pack.add_models() = *model;
  const Assessment assessment = Assess(pack, {"calf stretch dusk"});
  EXPECT_TRUE(assessment.raised_by_learned)
      << assessment.learned_urgency << " of " << assessment.learned_threshold;
}

TEST(SecondOpinion, RaisesNothingWhenNoOrdinaryMessageTaughtItsThreshold) {
  knowledge::v1::Pack pack = ParsePack(R"pb(
    concepts { id: "hot" phrases: "hot" }
    triage_rules {
      id: "H"
      level: LEVEL_URGENT_TODAY
      all_of { any_of: "hot" }
    }
    triage_training { id: "u1" card: "a" expect: "urgent" question: "ballooned" }
    triage_training { id: "n1" card: "b" expect: "not_urgent" question: "hot" }
  )pb");
  auto model = TrainSecondOpinion(pack, *WordsOf(pack, "ballooned"));
  ASSERT_TRUE(model.ok()) << model.status();
  *pack.add_models() = *model;
  EXPECT_FALSE(Assess(pack, {"ballooned"}).raised_by_learned);
}

TEST(SecondOpinion, IsNotLearnedFromNothing) {
  const knowledge::v1::Pack pack = ParsePack("");
  EXPECT_THAT(TrainSecondOpinion(pack, *WordsOf(pack)).status().ToString(),
              HasSubstr("add training/triage"));
}

TEST(SecondOpinion, IsNotLearnedWithALexiconThatCannotBeRead) {
  knowledge::v1::Pack pack = ParsePack(Lessons());
  pack.add_concepts()->add_phrases("(");
  EXPECT_FALSE(TrainSecondOpinion(pack, *WordsOf(pack)).ok());
}

TEST(SecondOpinion, IsRefusedWhenItCannotBeDecoded) {
  knowledge::v1::Pack pack = ParsePack(Lessons());
  pack.add_models()->set_name(kSecondOpinionModel);
  const auto triage =
      Triage::Create(std::make_shared<const knowledge::v1::Pack>(pack), WordsOf(pack));
  EXPECT_FALSE(triage.ok());
}

}  // namespace
}  // namespace charley::triage
