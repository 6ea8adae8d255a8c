// What the service refuses to take in.

#include "service/answer/limits.h"

#include <gmock/gmock.h>

#include "tests/server/server_fixture.h"

namespace charley::server {
namespace {

using ::charley::testing::kChestPain;
using ::charley::testing::kNightQuestion;
using ::charley::testing::WriteTestPack;
using ::testing::HasSubstr;

class LimitsTest : public ServerTest {
 protected:
  void SetUp() override {
    WriteTestPack(pack_);
    Start();
  }

  // A request of exactly so many bytes that holds a red flag.
  static v1::AskRequest OfSize(size_t bytes) {
    v1::AskRequest request;
    request.set_question(std::string(bytes, ' '));
    const size_t overhead = request.ByteSizeLong() - bytes;
    request.set_question(kChestPain + std::string(bytes - overhead - sizeof(kChestPain) + 1, ' '));
    EXPECT_EQ(request.ByteSizeLong(), bytes);
    return request;
  }

  grpc::Status AskWith(const v1::AskRequest& request, size_t metadata_bytes = 0) {
    grpc::ClientContext context;
    if (metadata_bytes > 0) context.AddMetadata("x-filler", std::string(metadata_bytes, 'a'));
    return NewStub()->Ask(&context, request, &response_);
  }

  // Over a connection of its own: gRPC 1.51 may give up one whose metadata it could not take in.
  void ExpectStillAnswers() {
    grpc::ChannelArguments arguments;
    arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
    channel_ = grpc::CreateCustomChannel(server_->grpc_address(),
                                         grpc::InsecureChannelCredentials(), arguments);
    const grpc::Status status = Ask(kNightQuestion, &response_);
    EXPECT_TRUE(status.ok()) << status.error_message();
    EXPECT_TRUE(response_.has_answer());
  }

  v1::AskResponse response_;
};

TEST_F(LimitsTest, TakesAMessageOfSixtyFourKibibytes) {
  ASSERT_TRUE(AskWith(OfSize(limits::kMostMessageBytes)).ok());
  EXPECT_TRUE(response_.has_escalation());
}

TEST_F(LimitsTest, RefusesOneByteMoreAndSaysWhy) {
  const testing::RpcError error = testing::Decode(AskWith(OfSize(limits::kMostMessageBytes + 1)));
  EXPECT_EQ(error.code, grpc::StatusCode::RESOURCE_EXHAUSTED);
  EXPECT_EQ(error.reason, "MESSAGE_TOO_LARGE");
  EXPECT_THAT(error.message, HasSubstr("65537 bytes"));
  testing::ExpectKeepsContract(error);
  ExpectStillAnswers();
}

TEST_F(LimitsTest, DoesNotEvenTakeInAFarLargerMessage) {
  for (const size_t bytes : {limits::kMostReceivedMessageBytes + 1, 8 * 1024 * 1024}) {
    EXPECT_EQ(AskWith(OfSize(bytes)).error_code(), grpc::StatusCode::RESOURCE_EXHAUSTED);
  }
  EXPECT_EQ(collected_.Count("\"event\":\"call\""), 0u);
  ExpectStillAnswers();
}

TEST_F(LimitsTest, TakesOrdinaryMetadata) {
  v1::AskRequest request;
  request.set_question(kNightQuestion);
  EXPECT_TRUE(AskWith(request, limits::kMostMetadataBytes - 1024).ok());
}

TEST_F(LimitsTest, RefusesMetadataOverItsLimitAndSaysWhy) {
  v1::AskRequest request;
  request.set_question(kNightQuestion);
  const testing::RpcError error = testing::Decode(AskWith(request, limits::kMostMetadataBytes + 1));
  EXPECT_EQ(error.code, grpc::StatusCode::RESOURCE_EXHAUSTED);
  EXPECT_EQ(error.reason, "METADATA_TOO_LARGE");
  testing::ExpectKeepsContract(error);
  ExpectStillAnswers();
}

TEST_F(LimitsTest, DoesNotEvenTakeInFarMoreMetadata) {
  v1::AskRequest request;
  request.set_question(kNightQuestion);
  EXPECT_EQ(AskWith(request, limits::kMostReceivedMetadataBytes + 1).error_code(),
            grpc::StatusCode::RESOURCE_EXHAUSTED);
  EXPECT_EQ(collected_.Count("\"event\":\"call\""), 0u);
  ExpectStillAnswers();
}

TEST_F(LimitsTest, TakesNoCompressedMessage) {
  for (const auto algorithm : {GRPC_COMPRESS_GZIP, GRPC_COMPRESS_DEFLATE}) {
    grpc::ClientContext context;
    context.set_compression_algorithm(algorithm);
    v1::AskRequest request;
    request.set_question(std::string(10 * 1024 * 1024, ' '));
    EXPECT_EQ(NewStub()->Ask(&context, request, &response_).error_code(),
              grpc::StatusCode::UNIMPLEMENTED);
  }
  ExpectStillAnswers();
}

TEST_F(LimitsTest, FailsACallWhoseBytesAreNoMessageAndGoesOn) {
  const BytesReply reply = Send("/charley.v1.AssistantService/Ask", "\x0a\x02\xff\xfe");
  EXPECT_EQ(testing::Decode(reply.status).code, grpc::StatusCode::INVALID_ARGUMENT);
  ExpectStillAnswers();
}

TEST_F(LimitsTest, KnowsNoOtherMethod) {
  EXPECT_EQ(Send("/charley.v1.AssistantService/Delete", "").status.error_code(),
            grpc::StatusCode::UNIMPLEMENTED);
}

}  // namespace
}  // namespace charley::server
