#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "knowledge/check.h"
#include "tests/knowledge/valid_pack.h"

namespace charley::knowledge {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string Repeat(absl::string_view sentence, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) absl::StrAppend(&text, sentence, " ");
  return text;
}

// The problems of the valid pack after `change` was made to its first topic.
template <typename Change>
std::vector<std::string> AfterChange(Change change) {
  v1::Pack pack = ValidPack();
  change(*pack.mutable_topics(0));
  return ProblemsOf(pack);
}

TEST(CheckTopics, FindsNoFaultWithAValidPack) { EXPECT_THAT(ProblemsOf(ValidPack()), IsEmpty()); }

TEST(CheckTopics, RefusesATopicWithoutACitation) {
  EXPECT_THAT(AfterChange([](v1::Topic& topic) { topic.clear_citations(); }),
              ElementsAre("error: topic night: has no citation; cite the paragraph that the answer "
                          "rests on, or drop the topic"));
}

TEST(CheckTopics, RefusesATopicWithoutATheme) {
  EXPECT_THAT(AfterChange([](v1::Topic& topic) { topic.clear_theme(); }),
              ElementsAre(HasSubstr("error: topic night: has no theme")));
}

TEST(CheckTopics, RefusesATitleThatIsNoQuestion) {
  EXPECT_THAT(AfterChange([](v1::Topic& topic) { topic.set_title("Night cramps"); }),
              ElementsAre(HasSubstr("error: topic night: has the title 'Night cramps'")));
}

TEST(CheckTopics, RefusesATitleOver80Characters) {
  EXPECT_THAT(AfterChange([](v1::Topic& topic) { topic.set_title(std::string(79, 'a') + "?"); }),
              IsEmpty());
  EXPECT_THAT(AfterChange([](v1::Topic& topic) { topic.set_title(std::string(80, 'a') + "?"); }),
              ElementsAre(HasSubstr("write a question of at most 80 characters")));
}

TEST(CheckTopics, RefusesAnAnswerUnder40Words) {
  EXPECT_THAT(
      AfterChange([](v1::Topic& topic) { topic.set_answer(Repeat("Rest now and drink.", 10)); }),
      IsEmpty());
  EXPECT_THAT(AfterChange([](v1::Topic& topic) {
                topic.set_answer(Repeat("Rest now and drink.", 9) + "Rest now today.");
              }),
              ElementsAre("error: topic night: has an answer of 39 words; keep to 40 to 120"));
}

TEST(CheckTopics, RefusesAnAnswerOver120Words) {
  EXPECT_THAT(
      AfterChange([](v1::Topic& topic) { topic.set_answer(Repeat("Rest now and drink.", 30)); }),
      IsEmpty());
  EXPECT_THAT(AfterChange([](v1::Topic& topic) {
                topic.set_answer(Repeat("Rest now and drink.", 30) + "Rest.");
              }),
              ElementsAre("error: topic night: has an answer of 121 words; keep to 40 to 120"));
}

TEST(CheckTopics, RefusesASentenceOver20Words) {
  EXPECT_THAT(
      AfterChange([](v1::Topic& topic) { topic.set_answer(Repeat(Repeat("go", 20) + ".", 3)); }),
      IsEmpty());
  EXPECT_THAT(AfterChange([](v1::Topic& topic) {
                topic.set_answer(Repeat("Rest now and drink.", 10) + Repeat("go", 21) + ".");
              }),
              ElementsAre("error: topic night: has a sentence of 21 words; keep to 20"));
}

TEST(CheckTopics, RefusesAReadingAgeOver11) {
  EXPECT_THAT(AfterChange([](v1::Topic& topic) {
                topic.set_answer(Repeat("Vascular insufficiency complicates rehabilitation.", 10));
              }),
              ElementsAre(HasSubstr("error: topic night: has a reading age of ")));
}

TEST(CheckTopics, CountsTermsOfTheSubjectAsTwoSyllables) {
  const auto answer = [](v1::Topic& topic) {
    topic.set_answer(Repeat("Take magnesium and eat magnesium now.", 8));
  };
  EXPECT_THAT(AfterChange(answer), IsEmpty());
  v1::Pack pack = ValidPack();
  pack.mutable_manifest()->clear_terms();
  answer(*pack.mutable_topics(0));
  EXPECT_THAT(ProblemsOf(pack), ElementsAre(HasSubstr("has a reading age of ")));
}

TEST(CheckTopics, RefusesALevelThatOnlyATriageRuleMayHave) {
  EXPECT_THAT(AfterChange([](v1::Topic& topic) { topic.set_level(v1::LEVEL_URGENT_TODAY); }),
              ElementsAre(HasSubstr("error: topic night: has the level LEVEL_URGENT_TODAY")));
  EXPECT_THAT(AfterChange([](v1::Topic& topic) { topic.clear_level(); }),
              ElementsAre(HasSubstr("error: topic night: has the level LEVEL_UNSPECIFIED")));
}

TEST(CheckTopics, RefusesFewerThan12Examples) {
  EXPECT_THAT(
      AfterChange([](v1::Topic& topic) { topic.mutable_examples()->RemoveLast(); }),
      ElementsAre("error: topic night: has 11 examples; write at least 12, as patients type "
                  "them"));
}

TEST(CheckTopics, RefusesAPlaceAmongTheFrequentThatIsTakenOrNegative) {
  v1::Pack pack = ValidPack();
  pack.mutable_topics(1)->set_frequent(1);
  EXPECT_THAT(ProblemsOf(pack),
              ElementsAre(HasSubstr("error: topic heat: has the place 1 among the questions asked "
                                    "most, as topic night has")));
  pack.mutable_topics(1)->set_frequent(-1);
  EXPECT_THAT(ProblemsOf(pack), ElementsAre(HasSubstr("error: topic heat: has the place -1")));
}

}  // namespace
}  // namespace charley::knowledge
