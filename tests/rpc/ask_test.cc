#include <gmock/gmock.h>

#include "service/answer/limits.h"
#include "tests/rpc/service_fixture.h"

namespace charley::rpc {
namespace {

using ::charley::testing::kChestPain;
using ::charley::testing::kNightQuestion;
using ::charley::testing::kOutOfScope;
using ::testing::SizeIs;
using ::testing::StartsWith;

class AskTest : public ServiceTest {
 protected:
  void ExpectInvalid(const v1::AskRequest& request, const std::string& field) {
    const testing::RpcError error = Fail(Ask(request));
    EXPECT_EQ(error.code, grpc::StatusCode::INVALID_ARGUMENT);
    EXPECT_EQ(error.reason, "INVALID_FIELD");
    EXPECT_EQ(error.field, field);
    EXPECT_THAT(error.message, StartsWith(field + " " + error.description));
  }

  static v1::AskRequest Asking(const std::string& question) {
    v1::AskRequest request;
    request.set_question(question);
    return request;
  }
};

TEST_F(AskTest, AnswersAQuestion) {
  ASSERT_TRUE(Ask(kNightQuestion).ok());
  EXPECT_EQ(response_.answer().topic_id(), "night-cramps");
  EXPECT_EQ(response_.pack_version(), "test@");
}

TEST_F(AskTest, EscalatesARedFlag) {
  ASSERT_TRUE(Ask(kChestPain).ok());
  EXPECT_EQ(response_.escalation().headline(), "Seek urgent care");
  EXPECT_EQ(response_.reply_case(), v1::AskResponse::REPLY_NOT_SET);
}

TEST_F(AskTest, RefusesAQuestionThatIsEmptyOrBlank) {
  ExpectInvalid(Asking(""), "question");
  ExpectInvalid(Asking(" \n\t "), "question");
}

TEST_F(AskTest, RefusesAQuestionOverItsLimit) {
  ExpectInvalid(Asking(std::string(limits::kMostQuestionCodePoints + 1, 'a')), "question");
  EXPECT_TRUE(Ask(std::string(limits::kMostQuestionCodePoints, 'a')).ok());
}

TEST_F(AskTest, RefusesMoreEarlierMessagesThanItsLimit) {
  v1::AskRequest request = Asking(kNightQuestion);
  for (size_t i = 0; i <= limits::kMostEarlierMessages; ++i) request.add_earlier("hello");
  ExpectInvalid(request, "earlier");
}

TEST_F(AskTest, RefusesARegionThatIsNone) {
  v1::AskRequest request = Asking(kNightQuestion);
  request.set_region("Britain");
  ExpectInvalid(request, "region");
}

TEST_F(AskTest, EscalatesARedFlagInARequestThatBreaksALimit) {
  v1::AskRequest too_long =
      Asking(std::string(limits::kMostQuestionCodePoints, 'a') + " " + kChestPain);
  ASSERT_TRUE(Ask(too_long).ok());
  EXPECT_TRUE(response_.has_escalation());

  v1::AskRequest bad_region = Asking(kChestPain);
  bad_region.set_region("Britain");
  ASSERT_TRUE(Ask(bad_region).ok());
  EXPECT_TRUE(response_.has_escalation());
}

TEST_F(AskTest, EscalatesByTheBuiltInMinimumWithoutAPack) {
  Unload();
  v1::AskRequest request = Asking("I have chest pain");
  request.set_region("GB");
  ASSERT_TRUE(Ask(request).ok());
  EXPECT_EQ(response_.escalation().action(), "Call 999 now.");
  EXPECT_THAT(response_.pack_version(), StartsWith("minimum@"));
}

TEST_F(AskTest, IsUnavailableForAllElseWithoutAPack) {
  Unload();
  for (const char* question : {kNightQuestion, "thanks", kOutOfScope}) {
    const testing::RpcError error = Fail(Ask(question));
    EXPECT_EQ(error.code, grpc::StatusCode::UNAVAILABLE) << question;
    EXPECT_EQ(error.reason, "PACK_NOT_LOADED");
  }
}

TEST_F(AskTest, StillSaysWhatIsWrongWithARequestWithoutAPack) {
  Unload();
  ExpectInvalid(Asking(""), "question");
}

TEST_F(AskTest, RefusesCallsOnceTheServiceStops) {
  admission_.Close();
  const testing::RpcError error = Fail(Ask(kNightQuestion));
  EXPECT_EQ(error.code, grpc::StatusCode::UNAVAILABLE);
  EXPECT_EQ(error.reason, "SERVICE_STOPPING");
  EXPECT_EQ(admission_.arrivals(), 1);
}

TEST_F(AskTest, TellsTheObserverWhatItReplied) {
  ASSERT_TRUE(Ask(kNightQuestion).ok());
  ASSERT_TRUE(Ask(kChestPain).ok());
  ASSERT_TRUE(Ask(kOutOfScope).ok());
  ASSERT_TRUE(Ask("thanks").ok());
  ASSERT_FALSE(Ask("").ok());
  const auto seen = observer_.seen();
  ASSERT_THAT(seen, SizeIs(5));
  const char* replies[] = {"answer", "escalation", "not_covered", "small_talk", ""};
  for (size_t i = 0; i < seen.size(); ++i) {
    EXPECT_EQ(seen[i].method, "Ask");
    EXPECT_EQ(seen[i].reply, replies[i]);
    EXPECT_GE(seen[i].time_needed, absl::ZeroDuration());
  }
  EXPECT_EQ(seen[0].code, grpc::StatusCode::OK);
  EXPECT_GT(seen[0].request_bytes, 0u);
  EXPECT_GT(seen[0].response_bytes, seen[0].request_bytes);
  EXPECT_EQ(seen[4].code, grpc::StatusCode::INVALID_ARGUMENT);
  EXPECT_EQ(seen[4].reason, "INVALID_FIELD");
  EXPECT_EQ(seen[4].response_bytes, 0u);
}

TEST_F(AskTest, EndsACallWhoseClientHasGoneAndAnswersTheNext) {
  grpc::ClientContext context;
  context.TryCancel();
  v1::AskResponse response;
  EXPECT_EQ(stub_->Ask(&context, Asking(kNightQuestion), &response).error_code(),
            grpc::StatusCode::CANCELLED);
  EXPECT_TRUE(Ask(kNightQuestion).ok());
}

TEST_F(AskTest, DoesNothingForACallWhoseDeadlineHasPassed) {
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() - std::chrono::seconds(1));
  v1::AskResponse response;
  EXPECT_EQ(stub_->Ask(&context, Asking(kNightQuestion), &response).error_code(),
            grpc::StatusCode::DEADLINE_EXCEEDED);
  for (const auto& seen : observer_.seen()) EXPECT_NE(seen.code, grpc::StatusCode::OK);
}

}  // namespace
}  // namespace charley::rpc
