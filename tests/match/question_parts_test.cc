#include "service/match/question_parts.h"

#include <gtest/gtest.h>

namespace charley::match {
namespace {

size_t CountParts(const std::string& message) {
  text::Vocabulary::Builder builder;
  builder.AddText("does heat help a cramp and how long do they last or is ice better");
  const text::Vocabulary vocabulary = std::move(builder).Build();
  return QuestionParts(vocabulary).Split(text::Read(message, vocabulary)).size();
}

TEST(QuestionParts, CutsAtSentences) {
  EXPECT_EQ(CountParts("does heat help a cramp? how long do they last?"), 2u);
}

TEST(QuestionParts, CutsBeforeAnAndThatAsks) {
  EXPECT_EQ(CountParts("does heat help and how long do they last"), 2u);
}

TEST(QuestionParts, DoesNotCutBetweenThings) {
  EXPECT_EQ(CountParts("does heat and ice help"), 1u);
}

TEST(QuestionParts, LeavesOutSingleWords) { EXPECT_EQ(CountParts("cramp. does heat help"), 1u); }

TEST(QuestionParts, BoundsTheNumberOfParts) {
  std::string message;
  for (int i = 0; i < 100; ++i) message += "does heat help? ";
  EXPECT_EQ(CountParts(message), 6u);
}

}  // namespace
}  // namespace charley::match
