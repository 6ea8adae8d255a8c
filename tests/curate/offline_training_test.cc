#include "service/curate/offline_training.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "service/answer/offline_check.h"
#include "service/text/plain_words.h"
#include "tests/support/test_pack.h"

namespace charley::curate {
namespace {

using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::SizeIs;

// The app's reading is held to the same file.
TEST(PlainWords, ReadsAsTheAppDoes) {
  std::ifstream file("tests/mobile/plain_words.json");
  const nlohmann::json cases = nlohmann::json::parse(file);
  ASSERT_THAT(cases, SizeIs(::testing::Ge(12)));
  for (const auto& item : cases) {
    const auto text = item["text"].get<std::string>();
    EXPECT_THAT(text::PlainWords(text, 5),
                ElementsAreArray(item["words"].get<std::vector<std::string>>()))
        << text;
  }
}

TEST(PlainWords, TakesBytesThatAreNotUtf8) {
  EXPECT_THAT(text::PlainWords("a\xff"
                               "b\xc3",
                               5),
              ElementsAre("a", "b"));
}

TEST(OfflineFeatures, PairWordsWithinAMessageOnly) {
  EXPECT_THAT(answer::OfflineFeatures({"My chest", "hurts, my"}),
              ElementsAre("chest", "hurts", "hurts my", "my", "my chest"));
}

// Messages of two kinds, enough for every fold.
knowledge::v1::Pack PackToLearnFrom() {
  knowledge::v1::Pack pack = testing::MakeTestPack();
  for (int i = 0; i < 20; ++i) {
    pack.add_triage_training()->set_question(absl::StrCat("i have chest pain today ", i));
    pack.add_triage_training()->set_question(absl::StrCat("my calf tightens in bed ", i));
  }
  return pack;
}

int ScoreOf(const knowledge::v1::OfflineCheckModel& model, const std::string& message) {
  return answer::OfflineScore(model, answer::OfflineFeatures({message}));
}

absl::StatusOr<knowledge::v1::Model> Train(const knowledge::v1::Pack& pack) {
  const auto engine = testing::MakeTestEngine();
  return TrainOfflineCheck(pack, engine->triage(), engine->vocabulary());
}

knowledge::v1::OfflineCheckModel Learn(const knowledge::v1::Pack& pack) {
  const auto model = Train(pack);
  EXPECT_TRUE(model.ok()) << model.status();
  knowledge::v1::OfflineCheckModel table;
  EXPECT_TRUE(table.ParseFromString(model->data()));
  return table;
}

TEST(OfflineTraining, LearnsWhatTriageDecides) {
  const knowledge::v1::OfflineCheckModel table = Learn(PackToLearnFrom());
  EXPECT_GE(ScoreOf(table, "I have CHEST pain, today."), table.threshold());
  EXPECT_LT(ScoreOf(table, "my calf tightens"), table.threshold());
}

TEST(OfflineTraining, GivesTheSameBytesAgain) {
  const knowledge::v1::Pack pack = PackToLearnFrom();
  EXPECT_EQ(Train(pack)->data(), Train(pack)->data());
}

TEST(OfflineTraining, NeedsMessagesOfBothKinds) {
  EXPECT_EQ(Train(testing::MakeTestPack()).status().code(), absl::StatusCode::kFailedPrecondition);
}

}  // namespace
}  // namespace charley::curate
