#include "service/match/stored_examples.h"

#include <gtest/gtest.h>

#include <string>

#include "service/match/exact.h"
#include "tests/match/small_pack.h"

namespace charley::match {
namespace {

class StoredExamples : public ::testing::Test {
 protected:
  absl::Status Index() const { return IndexExamples(examples_, pack_, *vocabulary_).status(); }

  const knowledge::v1::Pack pack_ = SmallPack();
  const std::shared_ptr<const text::Vocabulary> vocabulary_ = VocabularyOf(pack_);
  knowledge::v1::ExamplesModel examples_ = ReadExamples(pack_, *vocabulary_);
};

TEST_F(StoredExamples, GiveTheIndexThatTheExamplesThemselvesGive) {
  auto stored_pack = SmallPack();
  *stored_pack.add_models() = StoreExamples(pack_, *vocabulary_);
  for (auto& topic : *stored_pack.mutable_topics()) {
    for (auto& example : *topic.mutable_examples()) example = "not read again";
  }
  const auto stored =
      Matcher::Create(std::make_shared<const knowledge::v1::Pack>(stored_pack), vocabulary_);
  ASSERT_TRUE(stored.ok()) << stored.status();
  const Ready read = ByIndex();
  for (const char* message : {"calf cramps at night in bed", "magnesuim tablets", "many thanks",
                              "hot shower for cramp", "translate this", "heat or magnesium"}) {
    const Match expected = read.Ask({message});
    const Match match = (*stored)->Find(ReadAll({message}, *vocabulary_), false);
    EXPECT_EQ(match.outcome, expected.outcome) << message;
    EXPECT_EQ(match.coverage, expected.coverage) << message;
    ASSERT_EQ(match.topics.size(), expected.topics.size()) << message;
    for (size_t i = 0; i < match.topics.size(); ++i) {
      EXPECT_EQ(match.topics[i].topic, expected.topics[i].topic) << message;
      EXPECT_EQ(match.topics[i].confidence, expected.topics[i].confidence) << message;
    }
  }
}

TEST_F(StoredExamples, AreTheSameBytesEachTime) {
  EXPECT_EQ(StoreExamples(pack_, *vocabulary_).data(), examples_.SerializeAsString());
}

TEST_F(StoredExamples, FitAVocabularyThatNumbersWordsInAnotherWay) {
  text::Vocabulary::Builder other;
  other.AddText("heat bed tablets");
  for (size_t id = vocabulary_->size(); id > 0; --id) {
    other.AddDomainWord(vocabulary_->Form(static_cast<text::WordId>(id - 1)));
  }
  const text::Vocabulary renumbered = std::move(other).Build();
  const auto index = IndexExamples(examples_, pack_, renumbered);
  ASSERT_TRUE(index.ok()) << index.status();
  const auto nearest =
      index->Search(TermsOf(text::Read("a hot shower for cramp", renumbered), true), 5);
  ASSERT_FALSE(nearest.empty());
  EXPECT_EQ(nearest.front().target, kHeat);
}

TEST_F(StoredExamples, OfAnotherPackAreRefused) {
  auto other = SmallPack();
  other.mutable_topics(kNight)->add_examples("one more");
  const absl::Status status = CheckExamples(examples_, other);
  EXPECT_TRUE(absl::IsInvalidArgument(status));
  EXPECT_EQ(status.message(),
            "the model match.examples holds 32 examples where there are 33: build the pack again");
  EXPECT_TRUE(CheckExamples(examples_, pack_).ok());
}

TEST_F(StoredExamples, WithAWordThatTheVocabularyLacksAreRefused) {
  examples_.set_stems(0, examples_.stems(0) + 1);
  EXPECT_TRUE(absl::IsInvalidArgument(Index()));
}

TEST_F(StoredExamples, WithATermOfUnknownWordsAreRefused) {
  examples_.set_words(1, static_cast<uint32_t>(examples_.stems_size()));
  EXPECT_TRUE(absl::IsInvalidArgument(Index()));
  examples_.set_words(1, 0);
  examples_.set_words(0, static_cast<uint32_t>(examples_.stems_size()) + 1);
  EXPECT_TRUE(absl::IsInvalidArgument(Index()));
}

TEST_F(StoredExamples, WithAnUnknownTermAreRefused) {
  examples_.set_terms(0, static_cast<uint32_t>(examples_.words_size() / 2));
  EXPECT_TRUE(absl::IsInvalidArgument(Index()));
}

TEST_F(StoredExamples, ThatEndWithinOneAreRefused) {
  examples_.mutable_terms()->RemoveLast();
  EXPECT_TRUE(absl::IsInvalidArgument(Index()));
}

TEST_F(StoredExamples, ThatDoNotParseAreRefused) {
  auto pack = SmallPack();
  auto& model = *pack.add_models();
  model.set_name(kExamplesName);
  model.set_data("\xFF");
  const auto matcher =
      Matcher::Create(std::make_shared<const knowledge::v1::Pack>(std::move(pack)), vocabulary_);
  EXPECT_TRUE(absl::IsInvalidArgument(matcher.status()));
}

}  // namespace
}  // namespace charley::match
