#include "service/match/example_reading.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "service/match/targets.h"
#include "tests/match/small_pack.h"

namespace charley::match {
namespace {

TEST(ForEachReadExample, ReadsEveryExampleAsItWouldBeReadByItself) {
  const auto pack = SmallPack();
  const auto vocabulary = VocabularyOf(pack);
  std::vector<ReadExample> read;
  ForEachReadExample(pack, *vocabulary, /*pairs=*/true,
                     [&read](const ReadExample& example) { read.push_back(example); });
  size_t at = 0;
  ForEachExample(pack, [&](int target, const std::string& text) {
    ASSERT_LT(at, read.size());
    const text::Reading reading = text::Read(text, *vocabulary);
    EXPECT_EQ(read[at].target, target) << text;
    EXPECT_EQ(read[at].key, ExactTexts::KeyOf(reading.message)) << text;
    EXPECT_EQ(read[at].terms.keys, TermsOf(reading, true).keys) << text;
    ++at;
  });
  EXPECT_EQ(at, read.size());
}

TEST(ForEachReadExample, KeepsTheOrderOfManyExamples) {
  constexpr int kTopics = 10000;  // several blocks
  knowledge::v1::Pack pack;
  for (int i = 0; i < kTopics; ++i) pack.add_topics()->set_title(absl::StrCat("topic ", i));
  int next = 0;
  ForEachReadExample(pack, *VocabularyOf(pack), /*pairs=*/false,
                     [&next](const ReadExample& example) { EXPECT_EQ(example.target, next++); });
  EXPECT_EQ(next, kTopics);
}

TEST(ForEachReadExample, ReadsNothingOfAnEmptyPack) {
  const knowledge::v1::Pack pack;
  ForEachReadExample(pack, *VocabularyOf(pack), true,
                     [](const ReadExample&) { FAIL() << "there is no example"; });
}

}  // namespace
}  // namespace charley::match
