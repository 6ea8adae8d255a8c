#include "service/curate/evaluation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "service/curate/compiler.h"
#include "service/curate/evaluation_report.h"
#include "tests/knowledge/valid_pack.h"

namespace charley::curate {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::Pair;

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
  EXPECT_THAT(evaluation.confusions, ElementsAre(Pair("2 -> 1", 1)));
  EXPECT_TRUE(evaluation.malformed.empty());
}

TEST_F(EvaluateTest, ReadsWhatWasSaidEarlier) {
  auto& message = Add("s1", "ok thanks");
  message.add_earlier("my calf is swollen");
  message.set_expect("urgent");
  EXPECT_EQ(Evaluate(*engine_, messages_).Find(Measure::kUrgentRecall)->all.credit, 1);
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
  report.with_typos = true;
  report.typos = report.plain;
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
  EXPECT_EQ(json["typos"]["points_lost"]["urgent recall"], 0);
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
