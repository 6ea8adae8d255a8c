#include "service/server/ask_backend.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "absl/time/time.h"
#include "absl/types/optional.h"
#include "charley/v1/assistant.pb.h"
#include "service/answer/limits.h"
#include "tests/support/test_pack.h"
#include "tests/web/fake_backend.h"

namespace charley::server {
namespace {

using web::Code;
using web::RpcResult;

class CountingObserver final : public rpc::CallObserver {
 public:
  void OnCalls(absl::Span<const rpc::CallRecord> records) override { calls_ += records.size(); }
  size_t calls() const { return calls_; }

 private:
  size_t calls_ = 0;
};

class AskBackendTest : public ::testing::Test {
 protected:
  AskBackendTest() : service_(engines_, minimum_, ratings_, {admission_, observer_}) {
    engines_.Set(testing::MakeTestEngine());
    call_.method = "/charley.v1.AssistantService/Ask";
    v1::AskRequest request;
    request.set_question(testing::kNightQuestion);
    call_.message = request.SerializeAsString();
  }

  // The result of the call, which must be there when Start returns.
  RpcResult Start() {
    absl::optional<RpcResult> result;
    backend_.Start(call_, [&](RpcResult ended) { result = std::move(ended); });
    EXPECT_TRUE(result.has_value());
    return result.value_or(RpcResult{Code::kUnknown, {}, {}, {}, {}, {}});
  }

  rpc::EngineHolder engines_;
  const answer::Minimum minimum_;
  rpc::Ratings ratings_;
  rpc::Admission admission_;
  CountingObserver observer_;
  rpc::AssistantServiceImpl service_;
  web::FakeBackend others_;
  AskBackend backend_{service_, others_};
  web::RpcCall call_;
};

TEST_F(AskBackendTest, AnswersAskBeforeStartReturns) {
  const RpcResult result = Start();
  v1::AskResponse response;
  ASSERT_TRUE(response.ParseFromString(result.message));
  EXPECT_EQ(result.code, Code::kOk);
  EXPECT_TRUE(response.has_answer());
  EXPECT_EQ(observer_.calls(), 1);
  EXPECT_TRUE(others_.calls().empty());
}

TEST_F(AskBackendTest, PassesOtherMethodsOn) {
  call_.method = "/charley.v1.AssistantService/ListTopics";
  others_.result.message = "topics";
  EXPECT_EQ(Start().message, "topics");
  EXPECT_EQ(observer_.calls(), 0);
}

TEST_F(AskBackendTest, TellsOfAMalformedMessageWithDetails) {
  call_.message = "\xff";
  const RpcResult result = Start();
  EXPECT_EQ(result.code, Code::kInvalidArgument);
  EXPECT_FALSE(result.details.empty());
  EXPECT_TRUE(result.message.empty());
  EXPECT_EQ(observer_.calls(), 1);
}

TEST_F(AskBackendTest, RefusesMetadataOverItsLimit) {
  call_.metadata = {{"name", std::string(limits::kMostMetadataBytes, 'x')}};
  EXPECT_EQ(Start().code, Code::kResourceExhausted);
}

TEST_F(AskBackendTest, RefusesAMessageOverItsLimit) {
  call_.message = std::string(limits::kMostMessageBytes + 1, 'x');
  EXPECT_EQ(Start().code, Code::kResourceExhausted);
}

TEST_F(AskBackendTest, EndsACallWhoseTimeIsOver) {
  call_.timeout = absl::ZeroDuration();
  EXPECT_EQ(Start().code, Code::kDeadlineExceeded);
}

TEST_F(AskBackendTest, RefusesCallsWhenTheServiceStops) {
  admission_.Close();
  EXPECT_EQ(Start().code, Code::kUnavailable);
}

}  // namespace
}  // namespace charley::server
