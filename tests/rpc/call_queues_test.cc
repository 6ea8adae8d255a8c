#include "service/rpc/call_queues.h"

#include <gtest/gtest.h>

#include <list>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
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

TEST_F(CallQueuesTest, MayBeStoppedTwice) {
  server_->Shutdown();
  service_.Stop();
  service_.Stop();
}

// A server with one thread, whose first call waits until it is let go.
class OneThread : public ::testing::Test {
 protected:
  using Service = v1::AssistantService::WithRawMethod_Ask<v1::AssistantService::Service>;

  OneThread()
      : queues_({admission_, observer_},
                {{AskForCalls(service_, &Service::RequestAsk),
                  [this](const ArrivedCall& call) { return Answer(call); }}}) {
    int port = 0;
    grpc::ServerBuilder builder;
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port);
    builder.RegisterService(&service_);
    queues_.AddTo(builder, 1);
    server_ = builder.BuildAndStart();
    queues_.Start();
    stub_ = v1::AssistantService::NewStub(
        grpc::CreateChannel(absl::StrCat("127.0.0.1:", port), grpc::InsecureChannelCredentials()));
  }
  ~OneThread() override {
    server_->Shutdown();
    queues_.Stop();
  }

  AnsweredCall Answer(const ArrivedCall& call) {
    if (!first_begun_.HasBeenNotified()) {
      first_begun_.Notify();
      go_on_.WaitForNotification();
    } else if (call.request->Length() > limits::kShortRequestBytes) {
      short_came_first_ = short_ended_.WaitForNotificationWithTimeout(absl::Seconds(10));
    }
    SetResponse(v1::AskResponse(), *call.response);
    return {};
  }

  struct Ask {
    grpc::ClientContext context;
    v1::AskRequest request;
    v1::AskResponse response;
    grpc::Status status;
  };
  void Start(Ask& ask, size_t bytes, absl::Notification& ended) {
    ask.request.set_question(std::string(bytes, 'x'));
    stub_->async()->Ask(&ask.context, &ask.request, &ask.response,
                        [&ask, &ended](grpc::Status status) {
                          ask.status = std::move(status);
                          ended.Notify();
                        });
  }

  // Returns when the server has read what was sent before: one connection keeps the order.
  void WaitUntilRead() {
    grpc::ClientContext context;
    v1::ListTopicsResponse response;
    EXPECT_EQ(stub_->ListTopics(&context, {}, &response).error_code(),
              grpc::StatusCode::UNIMPLEMENTED);
  }

  absl::Notification first_begun_;
  absl::Notification go_on_;
  absl::Notification short_ended_;
  bool short_came_first_ = false;
  Service service_;
  Admission admission_;
  RecordingObserver observer_;
  CallQueues queues_;
  std::unique_ptr<grpc::Server> server_;
  std::unique_ptr<v1::AssistantService::Stub> stub_;
};

TEST_F(OneThread, SendsTheReplyToAShortMessageBeforeTheWorkOnALongOne) {
  Ask first_call;
  Ask long_call;
  Ask short_call;
  absl::Notification first_ended;
  absl::Notification long_ended;
  Start(first_call, 10, first_ended);
  first_begun_.WaitForNotification();
  Start(long_call, 2 * limits::kShortRequestBytes, long_ended);
  Start(short_call, 10, short_ended_);
  WaitUntilRead();
  go_on_.Notify();
  first_ended.WaitForNotification();
  long_ended.WaitForNotification();
  short_ended_.WaitForNotification();
  EXPECT_TRUE(short_came_first_);
}

TEST_F(OneThread, AnswersWhatStillWaitsWhenTheServerEnds) {
  constexpr size_t kWaiting = limits::kCallsAskedForAhead / 2;
  std::vector<Ask> waiting(kWaiting);
  std::vector<absl::Notification> ended(kWaiting);
  Ask first_call;
  absl::Notification first_ended;
  Start(first_call, 10, first_ended);
  first_begun_.WaitForNotification();
  for (size_t i = 0; i < kWaiting; ++i) Start(waiting[i], 10, ended[i]);
  WaitUntilRead();
  std::thread ending([this] {
    server_->Shutdown();  // without a deadline: waits for the calls that have come
    queues_.Stop();
  });
  go_on_.Notify();
  ending.join();
  for (size_t i = 0; i < kWaiting; ++i) {
    ended[i].WaitForNotification();
    EXPECT_TRUE(waiting[i].status.ok()) << waiting[i].status.error_message();
  }
  first_ended.WaitForNotification();
}

TEST(CallQueues, MayBeStoppedWithoutAServer) {
  Admission admission;
  RecordingObserver observer;
  CallQueues queues({admission, observer}, {});
  grpc::ServerBuilder builder;
  queues.AddTo(builder, 2);
  queues.Stop();
  EXPECT_TRUE(observer.seen().empty());
}

}  // namespace
}  // namespace charley::rpc
