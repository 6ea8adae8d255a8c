#include "service/curate/own_corpus.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "service/curate/compiler.h"
#include "tests/knowledge/valid_pack.h"

namespace charley::curate {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

CorpusTrial Try(knowledge::v1::Pack pack) {
  return TryOwnCorpus(*MakeEngine(std::move(pack)).value());
}

std::vector<std::string> Described(const CorpusTrial& trial) {
  std::vector<std::string> described;
  for (const auto& problem : trial.problems) described.push_back(knowledge::Describe(problem));
  return described;
}

TEST(TryOwnCorpus, FindsEveryExampleOfASoundPack) {
  const CorpusTrial trial = Try(knowledge::ValidPack());
  EXPECT_THAT(Described(trial), IsEmpty());
  EXPECT_EQ(trial.examples, 24);
  EXPECT_EQ(trial.found, 24);
  EXPECT_EQ(trial.fires, 1);
  EXPECT_EQ(trial.near_misses, 1);
}

TEST(TryOwnCorpus, RefusesAnExampleThatEscalates) {
  knowledge::v1::Pack pack = knowledge::ValidPack();
  pack.mutable_topics(0)->add_examples("why is my calf swollen");
  const CorpusTrial trial = Try(std::move(pack));
  EXPECT_THAT(Described(trial),
              Contains(HasSubstr("error: topic night: the example 'why is my calf swollen' gets "
                                 "escalation urgent today")));
  EXPECT_EQ(trial.found, 24);
}

TEST(TryOwnCorpus, WarnsOfAnExampleThatFindsAnotherTopicAndRefusesMany) {
  knowledge::v1::Pack pack = knowledge::ValidPack();
  // The exact words of an example that stands under another topic first.
  *pack.mutable_topics(1)->mutable_examples() = pack.topics(0).examples();
  const std::vector<std::string> problems = Described(Try(std::move(pack)));
  EXPECT_THAT(problems, Contains(HasSubstr("warning: topic heat: the example 'night question 0' "
                                           "gets answer night")));
  EXPECT_THAT(problems, Contains(HasSubstr("error: examples: find their topic in 12 of 24 cases")));
}

TEST(TryOwnCorpus, RefusesARuleThatDoesNotFireOnItsOwnExample) {
  knowledge::v1::Pack pack = knowledge::ValidPack();
  pack.mutable_triage_rules(0)->add_fires("my elbow is blue");
  EXPECT_THAT(
      Described(Try(std::move(pack))),
      ElementsAre("error: triage rule RF1.swollen-calf: does not fire on 'my elbow is blue'; "
                  "add the words to a concept of the rule"));
}

TEST(TryOwnCorpus, TakesAHigherRuleInItsPlaceButNotALowerOne) {
  knowledge::v1::Pack pack = knowledge::ValidPack();
  knowledge::v1::TriageRule& other = *pack.add_triage_rules();
  other = pack.triage_rules(0);
  other.set_id("RF2.blue-calf");
  other.mutable_all_of(1)->set_any_of(0, "sign.blue");
  other.set_fires(0, "my calf is blue");
  auto& blue = *pack.add_concepts();
  blue.set_id("sign.blue");
  blue.add_phrases("blue");
  pack.mutable_triage_rules(0)->add_fires("my calf is blue");
  other.set_level(knowledge::v1::LEVEL_EMERGENCY_NOW);
  EXPECT_THAT(Described(Try(pack)), IsEmpty());
  pack.mutable_triage_rules(1)->set_level(knowledge::v1::LEVEL_SEE_CLINICIAN);
  EXPECT_THAT(Described(Try(pack)),
              ElementsAre(HasSubstr("RF1.swollen-calf: does not fire on 'my calf is blue'")));
}

TEST(TryOwnCorpus, RefusesARuleThatFiresOnItsNearMiss) {
  knowledge::v1::Pack pack = knowledge::ValidPack();
  pack.mutable_triage_rules(0)->add_near_misses("the calf looks swollen");
  EXPECT_THAT(Described(Try(std::move(pack))),
              ElementsAre(HasSubstr("fires on its near miss 'the calf looks swollen'")));
}

}  // namespace
}  // namespace charley::curate
