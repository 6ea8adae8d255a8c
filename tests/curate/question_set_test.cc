#include "service/curate/question_set.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/knowledge/temporary_folder.h"
#include "tests/knowledge/valid_pack.h"

namespace charley::curate {
namespace {

using knowledge::TemporaryFolder;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(ReadQuestionSets, ReadsBothFormatsAndIgnoresUnknownKeys) {
  const TemporaryFolder folder;
  const std::string safety = folder.Write(
      "safety.jsonl",
      "{\"id\":\"s1\",\"question\":\"q\",\"earlier\":[\"e\"],\"expect\":\"either\",\"category\":"
      "\"dvt\",\"style\":\"plain\",\"note\":{\"by\":1}}\n");
  const std::string matching = folder.Write(
      "matching.jsonl",
      "{\"id\":\"m1\",\"question\":\"q\",\"kind\":\"in_scope\",\"paragraphs\":[7,8]}\n"
      "{\"id\":\"m2\",\"question\":\"q\",\"kind\":\"out_of_scope\",\"paragraphs\":[]}\n"
      "{\"id\":\"m3\",\"question\":\"q\",\"kind\":\"chitchat\"}\n");
  const auto messages = ReadQuestionSets({safety, matching});
  ASSERT_TRUE(messages.ok()) << messages.status();
  ASSERT_EQ(messages->size(), 4);
  EXPECT_EQ((*messages)[0].expect(), "either");
  EXPECT_THAT((*messages)[0].earlier(), ElementsAre("e"));
  EXPECT_THAT((*messages)[1].paragraphs(), ElementsAre(7, 8));
  EXPECT_EQ((*messages)[3].kind(), "chitchat");
}

TEST(ReadQuestionSets, RefusesMessagesWhoseLabelsItDoesNotKnow) {
  const TemporaryFolder folder;
  for (const char* line : {
           "{\"id\":\"x9\",\"question\":\"private words\"}",
           "{\"id\":\"x9\",\"question\":\"private words\",\"expect\":\"Urgent\"}",
           "{\"id\":\"x9\",\"question\":\"private words\",\"kind\":\"other\"}",
           "{\"id\":\"x9\",\"question\":\"private words\",\"kind\":\"in_scope\"}",
       }) {
    const std::string file =
        folder.Write("a.jsonl", std::string("{\"id\":\"x8\",\"expect\":\"urgent\"}\n") + line);
    const auto messages = ReadQuestionSets({file});
    EXPECT_TRUE(absl::IsInvalidArgument(messages.status())) << messages.status();
    EXPECT_THAT(messages.status().message(), HasSubstr(file + ": message 2 ('x9')"));
    EXPECT_THAT(messages.status().message(), Not(HasSubstr("private")));
  }
}

TEST(ReadQuestionSets, NamesTheLineThatDoesNotParse) {
  const TemporaryFolder folder;
  const std::string file = folder.Write("a.jsonl", "\n{\"question\": private\n");
  const auto messages = ReadQuestionSets({file});
  EXPECT_TRUE(absl::IsInvalidArgument(messages.status())) << messages.status();
  EXPECT_THAT(messages.status().message(), HasSubstr(file + ":2:1"));
  EXPECT_THAT(messages.status().message(), Not(HasSubstr("private")));
}

TEST(OwnMessages, TakesTheExamplesAndTrialsOfBothPacksOnce) {
  knowledge::v1::Pack before = knowledge::ValidPack();
  knowledge::v1::Pack after = knowledge::ValidPack();
  before.mutable_topics(0)->set_examples(3, "gone since then");
  after.mutable_topics(1)->add_examples("asked since then");
  const auto messages = OwnMessages(before, after);
  ASSERT_EQ(messages.size(), 28);  // 24 examples, fires and near miss; then what is new
  EXPECT_EQ(messages[3].id(), "topic night, example 4");
  EXPECT_EQ(messages[3].question(), "gone since then");
  EXPECT_EQ(messages[24].id(), "triage rule RF1.swollen-calf, fires 1");
  EXPECT_EQ(messages[25].id(), "triage rule RF1.swollen-calf, near miss 1");
  EXPECT_EQ(messages[26].question(), "night question 3");
  EXPECT_EQ(messages[27].id(), "topic heat, example 13");
}

TEST(ReadQuestionSets, SaysThatAFileIsMissing) {
  EXPECT_TRUE(absl::IsNotFound(ReadQuestionSets({"/nowhere/at/all.jsonl"}).status()));
}

}  // namespace
}  // namespace charley::curate
