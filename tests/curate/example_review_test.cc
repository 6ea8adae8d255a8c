#include "service/curate/example_review.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"

namespace charley::curate {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// A pack of one topic with these examples.
knowledge::v1::Pack PackOf(const std::vector<std::string>& examples) {
  knowledge::v1::Pack pack;
  knowledge::v1::Topic& topic = *pack.add_topics();
  topic.set_id("night");
  for (const std::string& example : examples) topic.add_examples(example);
  return pack;
}

// As many examples as are enough, of which no two share a word.
std::vector<std::string> EnoughVoices() {
  std::vector<std::string> examples;
  for (int i = 0; i < kEnoughExamples; ++i) {
    examples.push_back(absl::StrCat("begin", i, " middle", i, " end", i));
  }
  return examples;
}

std::vector<std::string> Described(const std::vector<std::string>& examples) {
  std::vector<std::string> described;
  for (const auto& problem : ReviewExamples(PackOf(examples))) {
    described.push_back(knowledge::Describe(problem));
  }
  return described;
}

TEST(ReviewExamples, FindsNothingInEnoughExamplesOfManyVoices) {
  EXPECT_THAT(Described(EnoughVoices()), IsEmpty());
}

TEST(ReviewExamples, NamesThinExamples) {
  std::vector<std::string> examples = EnoughVoices();
  examples.pop_back();
  EXPECT_THAT(Described(examples),
              ElementsAre("warning: topic night: is thin: it has 29 examples; write 30 or more, "
                          "each as another person would type"));
}

TEST(ReviewExamples, NamesExamplesThatBeginAlike) {
  std::vector<std::string> examples = EnoughVoices();
  for (int i = 0; i < 13; ++i)
    examples[static_cast<size_t>(i)] = absl::StrCat("Why, x", i, " y", i);
  EXPECT_THAT(Described(examples),
              ElementsAre(HasSubstr("is one-voiced: 13 of 30 begin with 'why'")));
  examples[0] = "now another way";
  EXPECT_THAT(Described(examples), IsEmpty());
}

TEST(ReviewExamples, NamesExamplesThatShareHalfOfTheirWords) {
  std::vector<std::string> examples = EnoughVoices();
  // Slots filled: "a0 cramp at night", "a1 cramp at night" share three of five words.
  for (int i = 0; i < 8; ++i) {
    examples[static_cast<size_t>(i)] = absl::StrCat("a", i, " cramp at night");
  }
  EXPECT_THAT(Described(examples),
              ElementsAre(HasSubstr("is one-voiced: 8 of 30 share half of their words with "
                                    "another one; keep one of each such group")));
}

TEST(ReviewExamples, TakesTwoWordsOfFiveInCommonForChance) {
  std::vector<std::string> examples = EnoughVoices();
  for (int i = 0; i < 30; ++i) {
    examples[static_cast<size_t>(i)] = absl::StrCat("a", i, " cramp b", i, " night");
  }
  EXPECT_THAT(Described(examples), IsEmpty());
}

TEST(ReviewExamples, TakesExamplesWithoutAWordAndTopicsWithoutExamples) {
  EXPECT_THAT(Described({}), ElementsAre(HasSubstr("it has 0 examples")));
  std::vector<std::string> examples = EnoughVoices();
  examples[0] = "??";
  EXPECT_THAT(Described(examples), IsEmpty());
}

}  // namespace
}  // namespace charley::curate
