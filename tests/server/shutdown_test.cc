#include <gmock/gmock.h>

#include <atomic>
#include <thread>
#include <vector>

#include "tests/server/server_fixture.h"

namespace charley::server {
namespace {

using ::charley::testing::kNightQuestion;
using ::charley::testing::WriteTestPack;
using ::testing::MatchesRegex;

constexpr int kClients = 8;
constexpr int kRepliesBeforeTheStop = 10000;

class ShutdownTest : public ServerTest {
 protected:
  void SetUp() override { WriteTestPack(pack_); }

  // Asks over a connection of its own until the service is gone.
  void AskUntilGone(std::atomic<int>& replies) {
    grpc::ChannelArguments arguments;
    arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
    const auto stub = v1::AssistantService::NewStub(grpc::CreateCustomChannel(
        server_->grpc_address(), grpc::InsecureChannelCredentials(), arguments));
    v1::AskRequest request;
    request.set_question(kNightQuestion);
    while (true) {
      grpc::ClientContext context;
      v1::AskResponse response;
      const grpc::Status status = stub->Ask(&context, request, &response);
      if (!status.ok()) {
        EXPECT_EQ(testing::Decode(status).reason, "SERVICE_STOPPING");
        return;
      }
      EXPECT_EQ(response.answer().topic_id(), "night-cramps");
      ++replies;
    }
  }
};

TEST_F(ShutdownTest, LosesNoCallThatItTookUp) {
  Start();
  std::atomic<int> replies = 0;
  std::vector<std::thread> clients;
  for (int i = 0; i < kClients; ++i) clients.emplace_back([&] { AskUntilGone(replies); });
  while (replies < kRepliesBeforeTheStop) std::this_thread::yield();
  server_->Stop();
  for (std::thread& client : clients) client.join();
  EXPECT_EQ(collected_.Count("\"code\":0,"), static_cast<size_t>(replies));
  EXPECT_EQ(collected_.Count("SERVICE_STOPPING"), static_cast<size_t>(kClients));
  EXPECT_EQ(collected_.Count("\"event\":\"stopped\""), 1u);
}

TEST_F(ShutdownTest, TakesNoCallAfterwards) {
  Start();
  server_->Stop();
  v1::AskResponse response;
  EXPECT_EQ(Ask(kNightQuestion, &response).error_code(), grpc::StatusCode::UNAVAILABLE);
}

TEST_F(ShutdownTest, StopsOnceAlthoughAskedTwice) {
  Start();
  server_->Stop();
  server_->Stop();
  server_.reset();
  EXPECT_EQ(collected_.Count("\"event\":\"stopped\""), 1u);
}

TEST_F(ShutdownTest, LogsTheRatingsByTopic) {
  Start();
  grpc::ClientContext context;
  v1::RateAnswerRequest request;
  request.set_topic_id("heat");
  request.set_rating(v1::RATING_HELPFUL);
  v1::RateAnswerResponse response;
  ASSERT_TRUE(NewStub()->RateAnswer(&context, request, &response).ok());
  server_->Stop();
  EXPECT_EQ(collected_.Count("\"topic\":\"heat\",\"helpful\":1,\"not_helpful\":0"), 1u);
}

TEST_F(ShutdownTest, SaysWhereItServes) {
  Start();
  EXPECT_THAT(server_->ReadyLine(),
              MatchesRegex("ready grpc=127\\.0\\.0\\.1:[1-9][0-9]* http=off"));
}

TEST_F(ShutdownTest, ServesOnAUnixSocket) {
  options_.grpc_address = "unix:" + folder_.File("charley.sock");
  Start();
  EXPECT_EQ(server_->ReadyLine(), "ready grpc=" + options_.grpc_address + " http=off");
  v1::AskResponse response;
  EXPECT_TRUE(Ask(kNightQuestion, &response).ok());
}

TEST_F(ShutdownTest, RefusesAPortThatIsTaken) {
  Start();
  Options second = options_;
  second.grpc_address = server_->grpc_address();
  const auto other = Server::Create(second, log_);
  ASSERT_FALSE(other.ok());
  EXPECT_EQ(other.status().code(), absl::StatusCode::kUnavailable);
  EXPECT_THAT(std::string(other.status().message()), ::testing::HasSubstr(second.grpc_address));
}

}  // namespace
}  // namespace charley::server
