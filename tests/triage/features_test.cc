// How a conversation is cut into the sentences that are weighed.

#include "service/triage/features.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "service/text/reading.h"
#include "service/text/vocabulary.h"

namespace charley::triage {
namespace {

using ::testing::ElementsAre;

std::vector<uint32_t> SizesOf(const std::vector<std::string>& messages) {
  const text::Vocabulary vocabulary = text::Vocabulary::Builder().Build();
  std::vector<text::Reading> conversation;
  for (const std::string& message : messages) {
    conversation.push_back(text::Read(message, vocabulary));
  }
  std::vector<uint32_t> sizes;
  for (const Sentence& sentence : SentencesOf(conversation)) sizes.push_back(sentence.size());
  return sizes;
}

TEST(SentencesOf, EndsThemAtFullStopsAndAtTheEndOfAMessage) {
  EXPECT_THAT(SizesOf({"my calf hurts. It is hot", "and now?"}), ElementsAre(3, 3, 2));
  EXPECT_THAT(SizesOf({"calf, hot, swollen"}), ElementsAre(3));
  EXPECT_THAT(SizesOf({"", "..."}), ElementsAre());
}

TEST(SentencesOf, CutsWhatNobodyEnded) {
  std::string dictated;
  for (int i = 0; i < 100; ++i) absl::StrAppend(&dictated, "word ");
  EXPECT_THAT(SizesOf({dictated}), ElementsAre(48, 48, 4));
}

TEST(AppendLetterSlots, TakesGroupsOfThreeToFiveLettersWithTheWordsEnds) {
  std::vector<uint32_t> slots;
  AppendLetterSlots("leg", slots);  // ^leg$: 3 of three, 2 of four, 1 of five
  EXPECT_EQ(slots.size(), 6u);
  for (const uint32_t slot : slots) EXPECT_NE(slot, kConstantSlot);
}

}  // namespace
}  // namespace charley::triage
