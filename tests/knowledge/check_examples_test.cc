#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/knowledge/valid_pack.h"

namespace charley::knowledge {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(CheckExamples, RefusesAnExampleThatAnotherTopicHas) {
  v1::Pack pack = ValidPack();
  pack.mutable_topics(1)->add_examples("night question 3");
  EXPECT_THAT(
      ProblemsOf(pack),
      ElementsAre("error: topic heat: has the example 'night question 3', which topic night "
                  "has too; keep it where it is answered best"));
}

TEST(CheckExamples, RefusesAnExampleThatDiffersInCaseAndPunctuationAlone) {
  v1::Pack pack = ValidPack();
  pack.mutable_topics(0)->add_examples("what's a cramp");
  pack.mutable_topics(1)->add_examples("Whats a CRAMP?!");
  EXPECT_THAT(ProblemsOf(pack), ElementsAre(HasSubstr("has the example 'Whats a CRAMP?!'")));
}

TEST(CheckExamples, RefusesAnExampleThatSmallTalkHasToo) {
  v1::Pack pack = ValidPack();
  pack.mutable_small_talk(0)->add_examples("Heat question 0");
  EXPECT_THAT(ProblemsOf(pack), ElementsAre(HasSubstr("error: small talk hello: has the example")));
}

TEST(CheckExamples, ComparesExamplesWithoutWordsAsTheyStand) {
  v1::Pack pack = ValidPack();
  pack.mutable_small_talk(0)->add_examples("?!");
  pack.mutable_small_talk(0)->add_examples("?");
  pack.mutable_small_talk(0)->add_examples("?");
  EXPECT_THAT(ProblemsOf(pack), ElementsAre(HasSubstr("has the example '?'")));
}

TEST(CheckExamples, RefusesABlankExample) {
  v1::Pack pack = ValidPack();
  pack.mutable_topics(0)->add_examples("  ");
  EXPECT_THAT(ProblemsOf(pack), ElementsAre(HasSubstr("topic night: has a blank example")));
}

}  // namespace
}  // namespace charley::knowledge
