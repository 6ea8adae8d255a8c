#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/knowledge/valid_pack.h"

namespace charley::knowledge {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(CheckTraining, RefusesAMessageWithoutALabel) {
  v1::Pack pack = ValidPack();
  pack.mutable_triage_training(0)->clear_expect();
  EXPECT_THAT(ProblemsOf(pack),
              ElementsAre("error: triage training t1: expects ''; write urgent or not_urgent"));
}

TEST(CheckTraining, RefusesTheSameWordsWithTwoLabels) {
  v1::Pack pack = ValidPack();
  *pack.add_triage_training() = pack.triage_training(0);
  EXPECT_THAT(ProblemsOf(pack), IsEmpty());
  pack.mutable_triage_training(2)->set_expect("not_urgent");
  EXPECT_THAT(ProblemsOf(pack), ElementsAre(HasSubstr("is labelled otherwise than t1")));
  pack.mutable_triage_training(2)->add_earlier("another conversation");
  EXPECT_THAT(ProblemsOf(pack), IsEmpty());
}

TEST(CheckTraining, RefusesMessagesWithoutAQuestion) {
  v1::Pack pack = ValidPack();
  pack.mutable_triage_training(0)->set_question(" ");
  pack.mutable_out_of_scope_training(0)->clear_question();
  pack.mutable_conversation_training(0)->clear_question();
  EXPECT_THAT(ProblemsOf(pack),
              ElementsAre(HasSubstr("triage training t1: has no question"),
                          HasSubstr("out-of-scope training o1: has no question"),
                          HasSubstr("conversation training c1: has no question")));
}

TEST(CheckTraining, RefusesAConversationWithATopicThatIsNotThere) {
  v1::Pack pack = ValidPack();
  pack.mutable_conversation_training(0)->add_topics("nowhere");
  EXPECT_THAT(ProblemsOf(pack),
              ElementsAre(HasSubstr("conversation training c1: names the topic 'nowhere'")));
}

}  // namespace
}  // namespace charley::knowledge
