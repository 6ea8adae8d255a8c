#include "service/curate/reply_changes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "service/curate/compiler.h"
#include "tests/knowledge/valid_pack.h"

namespace charley::curate {
namespace {

using knowledge::ValidPack;
using ::testing::HasSubstr;

// What changes for one question when the second pack takes the place of the first.
ReplyChanges Compare(const knowledge::v1::Pack& before, const knowledge::v1::Pack& after,
                     knowledge::LabelledMessages& messages, const char* question) {
  messages.Clear();
  messages.Add()->set_question(question);
  return CompareReplies(*MakeEngine(before).value(), *MakeEngine(after).value(), messages);
}

TEST(CompareReplies, FindsNothingBetweenAPackAndItself) {
  knowledge::LabelledMessages messages;
  EXPECT_TRUE(Compare(ValidPack(), ValidPack(), messages, "night question 1").changed.empty());
}

TEST(CompareReplies, FindsAnotherUrgency) {
  knowledge::v1::Pack after = ValidPack();
  after.mutable_triage_rules(0)->set_level(knowledge::v1::LEVEL_EMERGENCY_NOW);
  knowledge::LabelledMessages messages;
  const ReplyChanges changes = Compare(ValidPack(), after, messages, "my calf is swollen");
  ASSERT_EQ(changes.changed.size(), 1u);
  EXPECT_EQ(changes.Count(ChangeKind::kUrgency), 1);
  EXPECT_EQ(changes.changed[0].before, "escalation urgent today (RF1.swollen-calf)");
  EXPECT_EQ(changes.changed[0].after, "escalation emergency now (RF1.swollen-calf)");
}

TEST(CompareReplies, FindsAnotherTopic) {
  knowledge::v1::Pack after = ValidPack();
  after.mutable_topics(0)->set_id("by-night");
  knowledge::LabelledMessages messages;
  const ReplyChanges changes = Compare(ValidPack(), after, messages, "night question 1");
  ASSERT_EQ(changes.changed.size(), 1u);
  EXPECT_EQ(changes.changed[0].kind, ChangeKind::kTopic);
  EXPECT_EQ(changes.changed[0].before, "answer night (self care)");
  EXPECT_EQ(changes.changed[0].after, "answer by-night (self care)");
}

TEST(CompareReplies, FindsAnotherKindOfReply) {
  knowledge::v1::Pack after = ValidPack();
  after.mutable_small_talk(0)->add_examples("night question 1");
  after.mutable_topics()->DeleteSubrange(0, 1);
  knowledge::LabelledMessages messages;
  const ReplyChanges changes = Compare(ValidPack(), after, messages, "night question 1");
  EXPECT_EQ(changes.Count(ChangeKind::kReply), 1);
}

TEST(CompareReplies, FindsAnotherWordingAndCitation) {
  knowledge::v1::Pack after = ValidPack();
  after.mutable_topics(0)->set_answer("Sit down and rest.");
  after.mutable_topics(0)->mutable_citations(0)->set_paragraph(2);
  knowledge::LabelledMessages messages;
  const ReplyChanges changes = Compare(ValidPack(), after, messages, "night question 1");
  ASSERT_EQ(changes.Count(ChangeKind::kText), 1);
  EXPECT_THAT(changes.changed[0].texts, HasSubstr("-> \"Sit down and rest.\"\n"));
  EXPECT_THAT(changes.changed[0].texts, HasSubstr("answer.citations[0].paragraph: 1 -> 2\n"));
}

}  // namespace
}  // namespace charley::curate
