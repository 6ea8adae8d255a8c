#include "service/answer/pack_vocabulary.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "service/text/reading.h"

namespace charley::answer {
namespace {

// A pack whose examples hold a word often, a typing error of it once, and a word of slang.
knowledge::v1::Pack SpeltPack() {
  knowledge::v1::Pack pack;
  auto& topic = *pack.add_topics();
  topic.set_title("Cramps before a race");
  for (int i = 0; i < 30; ++i) topic.add_examples("cramps before the race");
  topic.add_examples("cramps befor a race");
  topic.add_examples("hammies tight");
  std::vector<std::string> dictionary = {"before", "cramps", "tight", "race", "invoice"};
  std::sort(dictionary.begin(), dictionary.end());
  for (const std::string& word : dictionary) pack.add_dictionary(word);
  return pack;
}

TEST(BuildVocabulary, LeavesTypingErrorsOfExamplesUnknownSoThatTheyAreCorrected) {
  const text::Vocabulary vocabulary = BuildVocabulary(SpeltPack());
  EXPECT_EQ(vocabulary.Find("befor").id, text::kNoWord);
  EXPECT_EQ(ReadAs(text::Read("befor", vocabulary), vocabulary), "before");
}

TEST(BuildVocabulary, KeepsWordsThatAreNearToNoCommonOne) {
  const text::Vocabulary vocabulary = BuildVocabulary(SpeltPack());
  ASSERT_NE(vocabulary.Find("hammies").id, text::kNoWord);
  EXPECT_TRUE(vocabulary.IsDomain(vocabulary.Find("hammies").id));
}

TEST(BuildVocabulary, CorrectsToRealWordsThatTheTrainingUsesMoreThanOnce) {
  knowledge::v1::Pack pack = SpeltPack();
  EXPECT_FALSE(BuildVocabulary(pack).IsDomain(BuildVocabulary(pack).Find("invoice").id));
  for (int i = 0; i < 2; ++i) {
    pack.add_out_of_scope_training()->set_question("where is my invoice");
  }
  const text::Vocabulary vocabulary = BuildVocabulary(pack);
  EXPECT_EQ(ReadAs(text::Read("invocie", vocabulary), vocabulary), "invoice");
}

TEST(BuildVocabulary, IsTheSameFromCollectedWords) {
  knowledge::v1::Pack pack = SpeltPack();
  const text::Vocabulary written = BuildVocabulary(pack);
  *pack.add_models() = CollectVocabulary(pack);
  const text::Vocabulary collected = BuildVocabulary(pack);
  ASSERT_EQ(written.size(), collected.size());
  for (text::WordId id = 0; id < written.size(); ++id) {
    EXPECT_EQ(written.Form(id), collected.Form(id));
    EXPECT_EQ(written.IsDomain(id), collected.IsDomain(id));
  }
  EXPECT_EQ(written.Correct("crmps").id, collected.Correct("crmps").id);
}

}  // namespace
}  // namespace charley::answer
