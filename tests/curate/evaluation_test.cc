#include "service/curate/evaluation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "service/curate/compiler.h"
#include "service/curate/evaluation_report.h"
#include "tests/curate/second_pack.h"
#include "tests/knowledge/valid_pack.h"

namespace charley::curate {
namespace {

using ::testing::Contains;
using ::testing::ContainsRegex;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

// Asks the valid pack, whose one rule wants a swollen calf and whose topic "night" cites
// paragraph 1.
class EvaluateTest : public testing::Test {
 protected:
  EvaluateTest() : engine_(MakeEngine(knowledge::ValidPack()).value()) {}

  knowledge::v1::LabelledMessage& Add(const char* id, const char* question) {
    auto& message = *messages_.Add();
    message.set_id(id);
    message.set_question(question);
    message.set_style("plain");
    return message;
  }

  // Two urgent messages, one of them missed; one ordinary; one question in scope.
  void AddMixed() {
    auto& found = Add("s1", "my calf is swollen");
    found.set_expect("urgent");
    found.set_category("dvt");
    auto& missed = Add("s2", "tree trunk today");
    missed.set_expect("urgent");
    missed.set_category("oedema");
    missed.set_style("humour");
    Add("s3", "my calf is fine").set_expect("not_urgent");
    auto& wrong = Add("m1", "night question 3");
    wrong.set_kind("in_scope");
    wrong.add_paragraphs(2);
  }

  EvaluationReport Report() {
    EvaluationReport report;
    report.pack_version = "small@1";
    report.plain = Evaluate(*engine_, messages_);
    return report;
  }

  std::shared_ptr<const answer::Engine> engine_;
  knowledge::LabelledMessages messages_;
};

TEST_F(EvaluateTest, CountsEachMeasureAsAWholeAndInParts) {
  AddMixed();
  const Evaluation evaluation = Evaluate(*engine_, messages_);
  const MeasuredRate* recall = evaluation.Find(Measure::kUrgentRecall);
  ASSERT_NE(recall, nullptr);
  EXPECT_EQ(recall->all.credit, 1);
  EXPECT_EQ(recall->all.n, 2);
  EXPECT_EQ(recall->by_category.at("dvt").Rate(), 1);
  EXPECT_EQ(recall->by_category.at("oedema").Rate(), 0);
  EXPECT_EQ(recall->by_style.at("humour").n, 1);
  EXPECT_EQ(evaluation.Find(Measure::kFalseAlarms)->all.credit, 0);
  EXPECT_EQ(evaluation.Find(Measure::kChitchat), nullptr);
}

TEST_F(EvaluateTest, NamesMissesAndConfusedParagraphs) {
  AddMixed();
  const Evaluation evaluation = Evaluate(*engine_, messages_);
  ASSERT_EQ(evaluation.misses.size(), 2u);
  EXPECT_EQ(evaluation.misses[0].message->id(), "s2");
  EXPECT_EQ(evaluation.misses[1].message->id(), "m1");
  EXPECT_EQ(evaluation.misses[1].reply, "answer night");
  ASSERT_EQ(evaluation.confusions.size(), 1u);
  EXPECT_EQ(evaluation.confusions.at("2 -> 1").times, 1);
  EXPECT_TRUE(evaluation.malformed.empty());
}

TEST_F(EvaluateTest, ReadsWhatWasSaidEarlier) {
  auto& message = Add("s1", "ok thanks");
  message.add_earlier("my calf is swollen");
  message.set_expect("urgent");
  EXPECT_EQ(Evaluate(*engine_, messages_).Find(Measure::kUrgentRecall)->all.credit, 1);
}

TEST(MeanOf, AveragesTheCreditOfTheSameMessages) {
  std::vector<Evaluation> draws(4);
  for (size_t draw = 0; draw < draws.size(); ++draw) {
    MeasuredRate rate;
    rate.measure = Measure::kInScope;
    rate.all = {static_cast<double>(draw), 5};
    rate.by_style["plain"] = {draw == 0 ? 1.0 : 0.0, 2};
    draws[draw].rates.push_back(rate);
  }
  const Evaluation mean = MeanOf(std::move(draws));
  const MeasuredRate* rate = mean.Find(Measure::kInScope);
  ASSERT_NE(rate, nullptr);
  EXPECT_EQ(rate->all.credit, 1.5);
  EXPECT_EQ(rate->all.n, 5);
  EXPECT_EQ(rate->by_style.at("plain").credit, 0.25);
}

TEST_F(EvaluateTest, WritesRatesWithIntervalsPartsConfusionsAndMisses) {
  AddMixed();
  std::ostringstream out;
  WriteText(Report(), out);
  EXPECT_THAT(out.str(), HasSubstr("Pack small@1"));
  EXPECT_THAT(out.str(),
              HasSubstr("urgent recall                  50.0 %     9.5 to  90.5 %   1 of 2"));
  EXPECT_THAT(out.str(), HasSubstr("urgent recall, by category\n  dvt"));
  EXPECT_THAT(out.str(), HasSubstr("  2 -> 1  x 1\n"));
  EXPECT_THAT(out.str(), HasSubstr("s2 [urgent recall] "));
  EXPECT_THAT(out.str(), HasSubstr(": tree trunk today\n"));
}

// Asks the second pack, whose ranker says which words counted; the labels are wrong on purpose.
class EvaluateWordsTest : public testing::Test {
 protected:
  EvaluateWordsTest() : engine_(MakeEngine(CompileSecondPack()).value()) {
    auto& confused = *messages_.Add();
    confused.set_id("m1");
    confused.set_question("would a humidifier stop them");
    confused.set_kind("in_scope");
    confused.add_paragraphs(8);
    auto& alarm = *messages_.Add();
    alarm.set_id("s1");
    alarm.set_question("my nose is gushing");
    alarm.set_expect("not_urgent");
    report_.plain = Evaluate(*engine_, messages_);
  }

  std::shared_ptr<const answer::Engine> engine_;
  knowledge::LabelledMessages messages_;
  EvaluationReport report_;
};

TEST_F(EvaluateWordsTest, NamesTheWordsThatSpokeForAWrongReply) {
  ASSERT_EQ(report_.plain.misses.size(), 2u);
  EXPECT_EQ(report_.plain.misses[0].reply, "answer dry-air");
  EXPECT_THAT(report_.plain.misses[0].words, Contains("humidifier"));
  EXPECT_THAT(report_.plain.misses[1].words, Contains(HasSubstr("gushing")));
  const Confusion& confusion = report_.plain.confusions.at("8 -> 4 6");
  EXPECT_EQ(confusion.words.at("humidifier"), 1);
}

TEST_F(EvaluateWordsTest, WritesThemAndKeepsThemToItselfWhenQuiet) {
  std::ostringstream text, json, quiet;
  WriteText(report_, text);
  WriteJson(report_, json);
  EXPECT_THAT(text.str(), ContainsRegex("  8 -> 4 6  x 1: .*humidifier 1"));
  EXPECT_THAT(text.str(), ContainsRegex("m1 .in scope. answer dry-air by .*humidifier.*: would a"));
  EXPECT_EQ(nlohmann::json::parse(json.str())["confusion_words"]["8 -> 4 6"]["humidifier"], 1);
  report_.quiet = true;
  WriteText(report_, quiet);
  WriteJson(report_, quiet);
  EXPECT_THAT(quiet.str(), Not(HasSubstr("humidifier")));
  EXPECT_THAT(quiet.str(), Not(HasSubstr("gushing")));
}

TEST_F(EvaluateTest, KeepsMessagesToItselfWhenQuiet) {
  AddMixed();
  EvaluationReport report = Report();
  report.quiet = true;
  std::ostringstream text, json;
  WriteText(report, text);
  WriteJson(report, json);
  for (const std::string& out : {text.str(), json.str()}) {
    EXPECT_THAT(out, HasSubstr("urgent recall"));
    for (const auto& message : messages_) {
      EXPECT_THAT(out, Not(HasSubstr(message.question())));
      EXPECT_THAT(out, Not(HasSubstr(message.id())));
    }
  }
}

TEST_F(EvaluateTest, WritesTheSameAsJson) {
  AddMixed();
  EvaluationReport report = Report();
  report.disguised.push_back({Disguise::kLookAlikes, report.plain});
  std::ostringstream out;
  WriteJson(report, out);
  const auto json = nlohmann::json::parse(out.str());
  EXPECT_EQ(json["pack"], "small@1");
  const auto& recall = json["rates"]["urgent recall"];
  EXPECT_EQ(recall["rate"], 0.5);
  EXPECT_EQ(recall["n"], 2);
  EXPECT_NEAR(recall["low"], 0.0945, 0.0001);
  EXPECT_EQ(recall["by_category"]["dvt"]["credit"], 1);
  EXPECT_EQ(json["confusions"]["2 -> 1"], 1);
  EXPECT_EQ(json["misses"][0]["id"], "s2");
  EXPECT_EQ(json["disguises"]["look-alikes"]["points_lost"]["urgent recall"], 0);
  EXPECT_EQ(json["malformed"], 0);
}

TEST_F(EvaluateTest, NamesMalformedReplies) {
  const auto& message = Add("s9", "words");
  EvaluationReport report;
  report.plain.malformed.push_back(&message);
  std::ostringstream text, json;
  WriteText(report, text);
  WriteJson(report, json);
  EXPECT_THAT(text.str(), HasSubstr("an escalation and an answer, or neither: 1: s9"));
  EXPECT_THAT(nlohmann::json::parse(json.str())["malformed_ids"], ElementsAre("s9"));
}

TEST(PointsLost, CountsFalseAlarmsTheOtherWayRound) {
  const MeasuredRate recall = {Measure::kUrgentRecall, {9, 10}, {}, {}};
  const MeasuredRate recall_later = {Measure::kUrgentRecall, {8, 10}, {}, {}};
  EXPECT_NEAR(PointsLost(recall, recall_later), 10, 1e-9);
  EXPECT_NEAR(PointsLost(recall_later, recall), -10, 1e-9);
  const MeasuredRate alarms = {Measure::kFalseAlarms, {1, 10}, {}, {}};
  const MeasuredRate alarms_later = {Measure::kFalseAlarms, {3, 10}, {}, {}};
  EXPECT_NEAR(PointsLost(alarms, alarms_later), 20, 1e-9);
}

}  // namespace
}  // namespace charley::curate
