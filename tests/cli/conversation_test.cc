#include "client/cli/conversation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace charley::cli {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<std::string> Earlier(const Conversation& conversation) {
  v1::AskRequest request;
  conversation.CopyTo(request);
  return {request.earlier().begin(), request.earlier().end()};
}

TEST(Conversation, KeepsMessagesOldestFirst) {
  Conversation conversation;
  conversation.Add("one", false);
  conversation.Add("two", false);
  EXPECT_THAT(Earlier(conversation), ElementsAre("one", "two"));
  conversation.Clear();
  EXPECT_THAT(Earlier(conversation), IsEmpty());
}

TEST(Conversation, ForgetsTheOldestCalmMessageFirst) {
  Conversation conversation;
  conversation.Add("chest pain", true);
  for (int i = 0; i < 200; ++i) conversation.Add(std::to_string(i), false);
  const std::vector<std::string> earlier = Earlier(conversation);
  EXPECT_THAT(earlier, SizeIs(Conversation::kMostMessages));
  EXPECT_EQ(earlier.front(), "chest pain");
  EXPECT_EQ(earlier.back(), "199");
}

TEST(Conversation, KeepsTheFirstEmergencyWhenAllAreEmergencies) {
  Conversation conversation;
  for (int i = 0; i < 200; ++i) conversation.Add(std::to_string(i), true);
  EXPECT_THAT(Earlier(conversation), SizeIs(Conversation::kMostMessages));
  EXPECT_EQ(Earlier(conversation).front(), "0");
  EXPECT_EQ(Earlier(conversation).back(), "199");
}

TEST(Conversation, StaysUnderItsBytes) {
  Conversation conversation;
  conversation.Add("chest pain", true);
  for (int i = 0; i < 40; ++i) conversation.Add(std::string(4000, 'x'), false);
  size_t bytes = 0;
  for (const std::string& message : Earlier(conversation)) bytes += message.size();
  EXPECT_LE(bytes, Conversation::kMostBytes);
  EXPECT_THAT(Earlier(conversation), Contains("chest pain"));
}

}  // namespace
}  // namespace charley::cli
