#include "knowledge/topic_examples.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace charley::knowledge {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> Visited(size_t most) {
  v1::Pack pack;
  for (const char* example : {"a", "b", "c"}) pack.add_topics()->add_examples(example);
  pack.mutable_topics(2)->add_examples("d");
  std::vector<std::string> visited;
  ForSomeExamples(pack, most, [&](const std::string& example) { visited.push_back(example); });
  return visited;
}

TEST(ForSomeExamples, VisitsAllWhenTheyAreFew) {
  EXPECT_THAT(Visited(4), ElementsAre("a", "b", "c", "d"));
}

TEST(ForSomeExamples, VisitsThemEvenlyWhenTheyAreMany) {
  EXPECT_THAT(Visited(2), ElementsAre("a", "c"));
  EXPECT_THAT(Visited(3), ElementsAre("a", "c"));
}

}  // namespace
}  // namespace charley::knowledge
