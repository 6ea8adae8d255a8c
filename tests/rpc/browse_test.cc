#include <gmock/gmock.h>

#include "tests/rpc/service_fixture.h"

namespace charley::rpc {
namespace {

using ::testing::SizeIs;

class BrowseTest : public ServiceTest {
 protected:
  grpc::Status ListTopics(int size, const std::string& token) {
    grpc::ClientContext context;
    v1::ListTopicsRequest request;
    request.set_page_size(size);
    request.set_page_token(token);
    return stub_->ListTopics(&context, request, &page_);
  }
  grpc::Status GetTopic(const std::string& id) {
    grpc::ClientContext context;
    v1::GetTopicRequest request;
    request.set_topic_id(id);
    return stub_->GetTopic(&context, request, &topic_);
  }
  grpc::Status GetSource(const std::string& id) {
    grpc::ClientContext context;
    v1::GetSourceRequest request;
    request.set_source_id(id);
    return stub_->GetSource(&context, request, &source_);
  }

  v1::ListTopicsResponse page_;
  v1::GetTopicResponse topic_;
  v1::GetSourceResponse source_;
};

TEST_F(BrowseTest, ListsTopicsPageByPage) {
  ASSERT_TRUE(ListTopics(3, "").ok());
  EXPECT_THAT(page_.topics(), SizeIs(3));
  ASSERT_TRUE(ListTopics(3, page_.next_page_token()).ok());
  EXPECT_THAT(page_.topics(), SizeIs(2));
  EXPECT_EQ(page_.next_page_token(), "");
}

TEST_F(BrowseTest, NamesTheFieldOfABadPage) {
  testing::RpcError error = Fail(ListTopics(-1, ""));
  EXPECT_EQ(error.code, grpc::StatusCode::INVALID_ARGUMENT);
  EXPECT_EQ(error.field, "page_size");
  error = Fail(ListTopics(0, "elsewhere"));
  EXPECT_EQ(error.code, grpc::StatusCode::INVALID_ARGUMENT);
  EXPECT_EQ(error.field, "page_token");
}

TEST_F(BrowseTest, RefusesATokenAfterThePackChanged) {
  ASSERT_TRUE(ListTopics(3, "").ok());
  Load("two");
  EXPECT_EQ(Fail(ListTopics(3, page_.next_page_token())).field, "page_token");
}

TEST_F(BrowseTest, GetsATopic) {
  ASSERT_TRUE(GetTopic("night-cramps").ok());
  EXPECT_EQ(topic_.answer().topic_id(), "night-cramps");
  EXPECT_EQ(topic_.theme(), "Night");
}

TEST_F(BrowseTest, SaysWhichTopicIdIsBlankOrUnknown) {
  testing::RpcError error = Fail(GetTopic(" "));
  EXPECT_EQ(error.code, grpc::StatusCode::INVALID_ARGUMENT);
  EXPECT_EQ(error.field, "topic_id");
  error = Fail(GetTopic("gone"));
  EXPECT_EQ(error.code, grpc::StatusCode::NOT_FOUND);
  EXPECT_EQ(error.reason, "TOPIC_NOT_FOUND");
  EXPECT_EQ(error.resource_type, "charley.v1.Topic");
}

TEST_F(BrowseTest, GetsASource) {
  ASSERT_TRUE(GetSource("article").ok());
  EXPECT_EQ(source_.source().publisher(), "Clinic");
  EXPECT_THAT(source_.citations(), SizeIs(7));
}

TEST_F(BrowseTest, SaysWhichSourceIdIsBlankOrUnknown) {
  testing::RpcError error = Fail(GetSource(""));
  EXPECT_EQ(error.code, grpc::StatusCode::INVALID_ARGUMENT);
  EXPECT_EQ(error.field, "source_id");
  error = Fail(GetSource("gone"));
  EXPECT_EQ(error.code, grpc::StatusCode::NOT_FOUND);
  EXPECT_EQ(error.reason, "SOURCE_NOT_FOUND");
  EXPECT_EQ(error.resource_type, "charley.v1.Source");
}

TEST_F(BrowseTest, IsUnavailableWithoutAPack) {
  Unload();
  for (const grpc::Status& status :
       {ListTopics(0, ""), GetTopic("night-cramps"), GetSource("article")}) {
    const testing::RpcError error = Fail(status);
    EXPECT_EQ(error.code, grpc::StatusCode::UNAVAILABLE);
    EXPECT_EQ(error.reason, "PACK_NOT_LOADED");
  }
}

}  // namespace
}  // namespace charley::rpc
