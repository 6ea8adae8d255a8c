#include "service/answer/suggestions.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "service/answer/engine.h"
#include "service/answer/limits.h"
#include "tests/support/test_pack.h"

namespace charley::answer {
namespace {

using ::charley::testing::kNightQuestion;
using ::charley::testing::kOutOfScope;
using ::charley::testing::kStopQuestion;
using ::charley::testing::MakeTestEngine;
using ::charley::testing::MakeTestPack;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

std::vector<std::string> Ids(
    const google::protobuf::RepeatedPtrField<v1::Suggestion>& suggestions) {
  std::vector<std::string> ids;
  for (const v1::Suggestion& suggestion : suggestions) ids.push_back(suggestion.topic_id());
  return ids;
}

std::vector<std::string> SuggestedAfter(const std::vector<std::string>& earlier,
                                        const std::string& question) {
  v1::AskRequest request;
  for (const std::string& message : earlier) request.add_earlier(message);
  request.set_question(question);
  return Ids(MakeTestEngine()->Ask(request).response.suggestions());
}

TEST(Suggestions, AreTheRelatedTopicsInTheirOrder) {
  EXPECT_THAT(SuggestedAfter({}, kStopQuestion),
              ElementsAre("night-cramps", "magnesium", "heat", "frequent-cramps"));
}

TEST(Suggestions, AreTheTopicsAskedMostWhereNothingIsAnswered) {
  EXPECT_THAT(SuggestedAfter({}, kOutOfScope),
              ElementsAre("stop-a-cramp", "night-cramps", "magnesium", "frequent-cramps"));
}

TEST(Suggestions, NeverRepeatATopicThatWasAnswered) {
  EXPECT_THAT(SuggestedAfter({kNightQuestion}, kStopQuestion),
              ElementsAre("magnesium", "heat", "frequent-cramps"));
  EXPECT_THAT(SuggestedAfter({kStopQuestion, kNightQuestion}, "thanks"),
              ElementsAre("magnesium", "frequent-cramps", "heat"));
}

TEST(Suggestions, RememberTopicsThatMatchingNoLongerReads) {
  std::vector<std::string> earlier = {kNightQuestion};
  for (size_t i = 0; i <= limits::kEarlierMessagesForMatching; ++i) earlier.emplace_back("thanks");
  EXPECT_THAT(SuggestedAfter(earlier, kStopQuestion), Not(Contains("night-cramps")));
}

TEST(Suggestions, LookBackOverNoMoreTextThanTheLimit) {
  std::string story;
  while (story.size() <= limits::kMostBytesForAnswered) story += "we walked by the river ";
  EXPECT_THAT(SuggestedAfter({kNightQuestion, "thanks"}, kStopQuestion),
              Not(Contains("night-cramps")));
  EXPECT_THAT(SuggestedAfter({kNightQuestion, story}, kStopQuestion), Contains("night-cramps"));
}

TEST(Suggestions, NameTheTopicAndItsTitle) {
  v1::AskRequest request;
  request.set_question(kNightQuestion);
  const v1::AskResponse response = MakeTestEngine()->Ask(request).response;
  ASSERT_THAT(response.suggestions(), Not(IsEmpty()));
  EXPECT_EQ(response.suggestions(0).topic_id(), "stop-a-cramp");
  EXPECT_EQ(response.suggestions(0).question(), "How do I stop a cramp?");
}

TEST(Suggestions, AreAtMostFourAndEachOnce) {
  knowledge::v1::Pack pack = MakeTestPack();
  auto& topic = *pack.mutable_topics(0);
  topic.clear_related();
  for (const char* id : {"night-cramps", "night-cramps", "gone", "magnesium", "heat",
                         "frequent-cramps", "stop-a-cramp"}) {
    topic.add_related(id);
  }
  const Suggestions suggestions(pack);
  std::vector<std::string> related;
  for (const int index : suggestions.Related(0, {})) related.push_back(pack.topics(index).id());
  EXPECT_THAT(related, ElementsAre("night-cramps", "magnesium", "heat", "frequent-cramps"));
}

TEST(Suggestions, FindTopicsById) {
  const knowledge::v1::Pack pack = MakeTestPack();
  const Suggestions suggestions(pack);
  EXPECT_EQ(suggestions.FindTopic("night-cramps"), 1);
  EXPECT_EQ(suggestions.FindTopic("gone"), -1);
}

}  // namespace
}  // namespace charley::answer
