#include <gmock/gmock.h>

#include "tests/rpc/service_fixture.h"

namespace charley::rpc {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

class RateAnswerTest : public ServiceTest {
 protected:
  grpc::Status Rate(const std::string& topic_id, int rating) {
    grpc::ClientContext context;
    v1::RateAnswerRequest request;
    request.set_topic_id(topic_id);
    request.set_rating(static_cast<v1::Rating>(rating));
    v1::RateAnswerResponse response;
    return stub_->RateAnswer(&context, request, &response);
  }
};

TEST_F(RateAnswerTest, CountsByTopic) {
  ASSERT_TRUE(Rate("heat", v1::RATING_HELPFUL).ok());
  ASSERT_TRUE(Rate("heat", v1::RATING_HELPFUL).ok());
  ASSERT_TRUE(Rate("heat", v1::RATING_NOT_HELPFUL).ok());
  const auto rated = ratings_.Rated();
  ASSERT_THAT(rated, SizeIs(1));
  EXPECT_EQ(rated[0].topic_id, "heat");
  EXPECT_EQ(rated[0].helpful, 2);
  EXPECT_EQ(rated[0].not_helpful, 1);
}

TEST_F(RateAnswerTest, RefusesABlankTopicAndARatingThatIsNone) {
  testing::RpcError error = Fail(Rate("", v1::RATING_HELPFUL));
  EXPECT_EQ(error.code, grpc::StatusCode::INVALID_ARGUMENT);
  EXPECT_EQ(error.field, "topic_id");
  for (const int rating : {0, 3, -1}) {
    error = Fail(Rate("heat", rating));
    EXPECT_EQ(error.code, grpc::StatusCode::INVALID_ARGUMENT);
    EXPECT_EQ(error.field, "rating");
  }
  EXPECT_THAT(ratings_.Rated(), IsEmpty());
}

TEST_F(RateAnswerTest, KnowsNoTopicOutsideThePack) {
  const testing::RpcError error = Fail(Rate("gone", v1::RATING_HELPFUL));
  EXPECT_EQ(error.code, grpc::StatusCode::NOT_FOUND);
  EXPECT_EQ(error.reason, "TOPIC_NOT_FOUND");
  EXPECT_THAT(ratings_.Rated(), IsEmpty());
}

TEST_F(RateAnswerTest, IsUnavailableWithoutAPack) {
  Unload();
  EXPECT_EQ(Fail(Rate("heat", v1::RATING_HELPFUL)).code, grpc::StatusCode::UNAVAILABLE);
}

}  // namespace
}  // namespace charley::rpc
