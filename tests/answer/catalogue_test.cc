#include "service/answer/catalogue.h"

#include <gmock/gmock.h>

#include <limits>
#include <string>
#include <vector>

#include "service/answer/engine.h"
#include "service/answer/field_error.h"
#include "service/answer/limits.h"
#include "tests/support/status_matchers.h"
#include "tests/support/test_pack.h"

namespace charley::answer {
namespace {

using ::charley::testing::IsOk;
using ::charley::testing::MakeEngine;
using ::charley::testing::MakeTestEngine;
using ::charley::testing::MakeTestPack;
using ::charley::testing::StatusIs;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

v1::ListTopicsRequest Page(int size, const std::string& token = "") {
  v1::ListTopicsRequest request;
  request.set_page_size(size);
  request.set_page_token(token);
  return request;
}

class CatalogueTest : public ::testing::Test {
 protected:
  const std::shared_ptr<const Engine> engine_ = MakeTestEngine();
  const Catalogue& catalogue_ = engine_->catalogue();
};

TEST_F(CatalogueTest, ListsAllTopicsInThePacksOrder) {
  const auto page = catalogue_.ListTopics(Page(0));
  ASSERT_THAT(page, IsOk());
  ASSERT_THAT(page->topics(), SizeIs(5));
  EXPECT_EQ(page->topics(0).topic_id(), "stop-a-cramp");
  EXPECT_EQ(page->topics(0).title(), "How do I stop a cramp?");
  EXPECT_EQ(page->topics(0).theme(), "Relief");
  EXPECT_EQ(page->next_page_token(), "");
  EXPECT_EQ(page->pack_version(), "test@");
}

TEST_F(CatalogueTest, PagesThroughAllTopicsEachOnce) {
  std::vector<std::string> ids;
  std::string token;
  do {
    const auto page = catalogue_.ListTopics(Page(2, token));
    ASSERT_THAT(page, IsOk());
    EXPECT_LE(page->topics_size(), 2);
    for (const auto& topic : page->topics()) ids.push_back(topic.topic_id());
    token = page->next_page_token();
  } while (!token.empty());
  EXPECT_THAT(ids,
              ElementsAre("stop-a-cramp", "night-cramps", "magnesium", "frequent-cramps", "heat"));
}

TEST_F(CatalogueTest, RefusesANegativePageSize) {
  const auto page = catalogue_.ListTopics(Page(-1));
  EXPECT_THAT(page, StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("page_size")));
  EXPECT_EQ(ViolationOf(page.status()).field, "page_size");
}

TEST_F(CatalogueTest, RefusesTokensThatItDidNotIssue) {
  for (const char* token : {"x", "test@:-1", "test@:6", "other@:2", "test@:2x", "test@:"}) {
    const auto page = catalogue_.ListTopics(Page(2, token));
    EXPECT_THAT(page, StatusIs(absl::StatusCode::kInvalidArgument)) << token;
    EXPECT_EQ(ViolationOf(page.status()).field, "page_token");
  }
}

TEST_F(CatalogueTest, RefusesATokenOfAnotherPack) {
  const std::string token = catalogue_.ListTopics(Page(2))->next_page_token();
  EXPECT_THAT(MakeTestEngine("two")->catalogue().ListTopics(Page(2, token)),
              StatusIs(absl::StatusCode::kInvalidArgument));
}

TEST(Catalogue, TreatsLargePagesAsTheLargestAndNoneAsTheDefault) {
  knowledge::v1::Pack pack = MakeTestPack();
  for (int i = pack.topics_size(); i < limits::kMostPageSize + 10; ++i) {
    auto& topic = *pack.add_topics();
    topic.set_id("topic-" + std::to_string(i));
    topic.set_title("Question " + std::to_string(i) + "?");
    topic.add_examples("question number " + std::to_string(i));
  }
  const auto engine = MakeEngine(std::move(pack));
  const Catalogue& catalogue = engine->catalogue();
  EXPECT_THAT(catalogue.ListTopics(Page(0))->topics(), SizeIs(limits::kDefaultPageSize));
  for (const int size : {limits::kMostPageSize + 1, std::numeric_limits<int>::max()}) {
    const auto page = catalogue.ListTopics(Page(size));
    EXPECT_THAT(page->topics(), SizeIs(limits::kMostPageSize));
    EXPECT_THAT(catalogue.ListTopics(Page(size, page->next_page_token()))->topics(), SizeIs(10));
  }
}

TEST_F(CatalogueTest, ReturnsATopicWithItsAnswerAndRelatedOnes) {
  const auto topic = catalogue_.GetTopic("frequent-cramps");
  ASSERT_THAT(topic, IsOk());
  EXPECT_EQ(topic->answer().topic_id(), "frequent-cramps");
  EXPECT_THAT(topic->answer().citations(), SizeIs(1));
  EXPECT_EQ(topic->theme(), "Care");
  EXPECT_EQ(topic->urgency(), v1::URGENCY_SEE_CLINICIAN);
  ASSERT_THAT(topic->related(), SizeIs(1));
  EXPECT_EQ(topic->related(0).topic_id(), "stop-a-cramp");
  EXPECT_EQ(topic->safety_net(), "Call your local emergency number for chest pain.");
  EXPECT_EQ(topic->pack_version(), "test@");
}

TEST_F(CatalogueTest, FindsNoTopicThatIsNotThereAndDoesNotQuoteItsId) {
  EXPECT_THAT(catalogue_.GetTopic("my-secret"),
              StatusIs(absl::StatusCode::kNotFound, Not(HasSubstr("my-secret"))));
}

TEST_F(CatalogueTest, ReturnsASourceWithEveryPlaceOnceByParagraph) {
  const auto source = catalogue_.GetSource("article");
  ASSERT_THAT(source, IsOk());
  EXPECT_EQ(source->source().title(), "Leg cramps");
  EXPECT_EQ(source->source().author(), "A doctor");
  EXPECT_EQ(source->source().review_due(), "2027-01-02");
  EXPECT_EQ(source->source().reviewed_by(), "");
  std::vector<int> paragraphs;
  for (const auto& citation : source->citations()) {
    EXPECT_EQ(citation.source_id(), "article");
    paragraphs.push_back(citation.paragraph());
  }
  EXPECT_THAT(paragraphs, ElementsAre(4, 7, 8, 8, 10, 13, 13));
  EXPECT_EQ(source->pack_version(), "test@");
}

TEST_F(CatalogueTest, FindsNoSourceThatIsNotThere) {
  EXPECT_THAT(catalogue_.GetSource("gone"), StatusIs(absl::StatusCode::kNotFound));
}

TEST(Catalogue, ListsNothingOfAPackWithoutTopics) {
  knowledge::v1::Pack pack = MakeTestPack();
  pack.clear_topics();
  const auto page = MakeEngine(std::move(pack))->catalogue().ListTopics(Page(0));
  ASSERT_THAT(page, IsOk());
  EXPECT_THAT(page->topics(), IsEmpty());
}

}  // namespace
}  // namespace charley::answer
