#include "service/match/training.h"

#include <gtest/gtest.h>

#include "tests/match/small_pack.h"

namespace charley::match {
namespace {

TEST(TrainRanker, GivesTheSameBytesForTheSamePack) {
  const auto pack = SmallPack();
  const auto first = TrainRanker(pack, *VocabularyOf(pack));
  const auto second = TrainRanker(pack, *VocabularyOf(pack));
  ASSERT_TRUE(first.ok());
  ASSERT_TRUE(second.ok());
  EXPECT_EQ(first->data(), second->data());
}

TEST(TrainRanker, NeedsOutOfScopeQuestions) {
  auto pack = SmallPack();
  pack.clear_out_of_scope_training();
  EXPECT_EQ(TrainRanker(pack, *VocabularyOf(pack)).status().code(),
            absl::StatusCode::kFailedPrecondition);
}

TEST(TrainRanker, NamesAFollowUpOfAnUnknownTopic) {
  auto pack = SmallPack();
  pack.mutable_conversation_training(0)->set_id("cv7");
  pack.mutable_conversation_training(0)->set_topics(0, "gone");
  const auto model = TrainRanker(pack, *VocabularyOf(pack));
  EXPECT_EQ(model.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_NE(model.status().message().find("cv7"), std::string::npos);
}

TEST(LearnRanker, KeepsItsPromiseInCrossValidation) {
  const auto pack = SmallPack();
  const auto ranker = LearnRanker(pack, *VocabularyOf(pack));
  ASSERT_TRUE(ranker.ok());
  EXPECT_LE(ranker->refused(), kMostWronglyRefused);
}

}  // namespace
}  // namespace charley::match
