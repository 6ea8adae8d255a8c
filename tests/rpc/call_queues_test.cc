#include "service/rpc/call_queues.h"

#include <gtest/gtest.h>

#include <list>
#include <thread>
#include <vector>

#include "absl/synchronization/blocking_counter.h"
#include "absl/synchronization/notification.h"
#include "service/answer/limits.h"
#include "tests/rpc/service_fixture.h"

namespace charley::rpc {
namespace {

using testing::kNightQuestion;

// Asks for many answers at once.
class ManyAsks {
 public:
  ManyAsks(v1::AssistantService::Stub& stub, int count) : ended_(count) {
    request_.set_question(kNightQuestion);
    for (int i = 0; i < count; ++i) {
      Ask& ask = asks_.emplace_back();
      stub.async()->Ask(&ask.context, &request_, &ask.response, [this, &ask](grpc::Status status) {
        ask.status = std::move(status);
        ended_.DecrementCount();
      });
    }
  }

  void Wait() { ended_.Wait(); }

  size_t CountAnswered() const {
    size_t count = 0;
    for (const Ask& ask : asks_) count += ask.status.ok() && ask.response.has_answer() ? 1 : 0;
    return count;
  }

 private:
  struct Ask {
    grpc::ClientContext context;
    v1::AskResponse response;
    grpc::Status status;
  };

  v1::AskRequest request_;
  std::list<Ask> asks_;
  absl::BlockingCounter ended_;
};

class CallQueuesTest : public ServiceTest {};

TEST_F(CallQueuesTest, AnswerMoreCallsAtOnceThanTheyAskedForAhead) {
  constexpr size_t kCalls = 10 * limits::kCallsAskedForAhead;
  ManyAsks asks(*stub_, static_cast<int>(kCalls));
  asks.Wait();
  EXPECT_EQ(asks.CountAnswered(), kCalls);
  EXPECT_EQ(observer_.seen().size(), kCalls);
}

TEST_F(CallQueuesTest, TellOfACallBeforeItsClientHears) {
  for (size_t i = 1; i <= 20; ++i) {
    ASSERT_TRUE(Ask(kNightQuestion).ok());
    EXPECT_EQ(observer_.seen().size(), i);
  }
}

TEST_F(CallQueuesTest, AnswerWhatHasArrivedWhenTheServerEnds) {
  constexpr int kCalls = 200;
  ManyAsks asks(*stub_, kCalls);
  ASSERT_TRUE(Ask(kNightQuestion).ok());
  server_->Shutdown();  // without a deadline: waits for the calls that it has begun
  service_.Stop();
  asks.Wait();
  for (const auto& seen : observer_.seen()) EXPECT_EQ(seen.code, grpc::StatusCode::OK);
  EXPECT_GE(observer_.seen().size(), asks.CountAnswered());
}

TEST_F(CallQueuesTest, MayBeStoppedTwice) {
  server_->Shutdown();
  service_.Stop();
  service_.Stop();
}

TEST(CallQueues, MayBeStoppedWithoutAServer) {
  Admission admission;
  RecordingObserver observer;
  CallQueues queues({admission, observer}, {}, {});
  grpc::ServerBuilder builder;
  queues.AddTo(builder, 2);
  queues.Stop();
  EXPECT_TRUE(observer.seen().empty());
}

}  // namespace
}  // namespace charley::rpc
