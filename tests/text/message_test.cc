#include "service/text/message.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace charley::text {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> Forms(const Message& message) {
  std::vector<std::string> forms;
  for (const Word& word : message.words) forms.emplace_back(message.Form(word));
  return forms;
}

TEST(ReadMessage, CutsWordsNumbersAndIdeographs) {
  EXPECT_THAT(Forms(ReadMessage("Temp 39.4, leg/foot")),
              ElementsAre("temp", "39.4", "leg", "foot"));
  EXPECT_THAT(Forms(ReadMessage("胸口痛")), ElementsAre("胸", "口", "痛"));
}

TEST(ReadMessage, TellsWhatStandsBetweenWords) {
  const Message message = ReadMessage("no, chest pain. calf - hot?");
  ASSERT_EQ(message.words.size(), 5u);
  EXPECT_EQ(message.words[0].gap, Gap::kSentence);
  EXPECT_EQ(message.words[1].gap, Gap::kComma);
  EXPECT_EQ(message.words[2].gap, Gap::kSpace);
  EXPECT_EQ(message.words[3].gap, Gap::kSentence);
  EXPECT_EQ(message.words[4].gap, Gap::kClause);
  EXPECT_EQ(message.words[3].sentence, 1);
  EXPECT_FALSE(message.words[0].question);
  EXPECT_TRUE(message.words[4].question);
}

}  // namespace
}  // namespace charley::text
