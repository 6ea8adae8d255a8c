#include "service/rpc/health_service.h"

#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

#include <list>
#include <memory>
#include <string>
#include <thread>

#include "absl/strings/str_cat.h"
#include "charley/v1/assistant.grpc.pb.h"
#include "service/answer/limits.h"

namespace charley::rpc {
namespace {

using grpc::health::v1::Health;
using Request = HealthService::Request;
using Response = HealthService::Response;

// A client that watches one service.
class Watcher {
 public:
  Watcher(Health::Stub& stub, const std::string& service) {
    Request request;
    request.set_service(service);
    reader_ = stub.Watch(&context_, request);
  }
  ~Watcher() { context_.TryCancel(); }

  // The next status that the service sends, or -1 once it sends no more.
  int Next() {
    Response response;
    return reader_->Read(&response) ? response.status() : -1;
  }
  grpc::Status End() { return reader_->Finish(); }
  void Leave() { context_.TryCancel(); }

 private:
  grpc::ClientContext context_;
  std::unique_ptr<grpc::ClientReader<Response>> reader_;
};

class HealthServiceTest : public ::testing::Test {
 protected:
  HealthServiceTest() {
    int port = 0;
    grpc::ServerBuilder builder;
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port);
    builder.RegisterService(&health_);
    server_ = builder.BuildAndStart();
    stub_ = Health::NewStub(
        grpc::CreateChannel(absl::StrCat("127.0.0.1:", port), grpc::InsecureChannelCredentials()));
  }
  ~HealthServiceTest() override {
    health_.Stop();
    server_->Shutdown();
  }

  // The status that Check tells, or -1 if it fails.
  int Check(const std::string& service) {
    grpc::ClientContext context;
    Request request;
    request.set_service(service);
    Response response;
    check_status_ = stub_->Check(&context, request, &response);
    return check_status_.ok() ? response.status() : -1;
  }

  const std::string assistant_ = v1::AssistantService::service_full_name();
  HealthService health_;
  std::unique_ptr<grpc::Server> server_;
  std::unique_ptr<Health::Stub> stub_;
  grpc::Status check_status_;
};

TEST_F(HealthServiceTest, ServesFromWhenItIsTold) {
  EXPECT_EQ(Check(""), Response::NOT_SERVING);
  health_.SetServing(true);
  EXPECT_EQ(Check(""), Response::SERVING);
  EXPECT_EQ(Check(assistant_), Response::SERVING);
}

TEST_F(HealthServiceTest, NamesWhatMayBeAskedFor) {
  EXPECT_EQ(Check("charley.v1.Other"), -1);
  EXPECT_EQ(check_status_.error_code(), grpc::StatusCode::NOT_FOUND);
  EXPECT_EQ(check_status_.error_message(),
            "service: unknown; ask for \"charley.v1.AssistantService\" or leave it empty");
}

TEST_F(HealthServiceTest, TellsWhoWatchesOfEachChange) {
  Watcher watcher(*stub_, assistant_);
  EXPECT_EQ(watcher.Next(), Response::NOT_SERVING);
  health_.SetServing(true);
  EXPECT_EQ(watcher.Next(), Response::SERVING);
  health_.SetServing(true);  // no news
  health_.SetServing(false);
  EXPECT_EQ(watcher.Next(), Response::NOT_SERVING);
}

TEST_F(HealthServiceTest, LetsAnUnknownServiceBeWatched) {
  health_.SetServing(true);
  Watcher watcher(*stub_, "charley.v1.Other");
  EXPECT_EQ(watcher.Next(), Response::SERVICE_UNKNOWN);
}

TEST_F(HealthServiceTest, EndsEveryWatchWhenItStops) {
  health_.SetServing(true);
  Watcher watcher(*stub_, "");
  ASSERT_EQ(watcher.Next(), Response::SERVING);
  health_.Stop();
  EXPECT_EQ(watcher.Next(), Response::NOT_SERVING);
  EXPECT_EQ(watcher.Next(), -1);
  EXPECT_EQ(watcher.End().error_code(), grpc::StatusCode::UNAVAILABLE);
}

TEST_F(HealthServiceTest, ServesNoMoreOnceStopped) {
  health_.Stop();
  health_.SetServing(true);
  EXPECT_EQ(Check(""), Response::NOT_SERVING);
}

TEST_F(HealthServiceTest, RefusesToBeWatchedByMoreThanTheLimit) {
  std::list<Watcher> watchers;
  for (size_t i = 0; i < limits::kMostHealthWatches; ++i) {
    EXPECT_EQ(watchers.emplace_back(*stub_, "").Next(), Response::NOT_SERVING);
  }
  Watcher refused(*stub_, "");
  ASSERT_EQ(refused.Next(), -1);
  EXPECT_EQ(refused.End().error_code(), grpc::StatusCode::RESOURCE_EXHAUSTED);
  EXPECT_EQ(Check(""), Response::NOT_SERVING);
}

TEST_F(HealthServiceTest, LetsTheNextClientWatchOnceOneHasLeft) {
  std::list<Watcher> watchers;
  for (size_t i = 0; i < limits::kMostHealthWatches; ++i) {
    EXPECT_EQ(watchers.emplace_back(*stub_, "").Next(), Response::NOT_SERVING);
  }
  watchers.front().Leave();
  while (Watcher(*stub_, "").Next() != Response::NOT_SERVING) std::this_thread::yield();
}

}  // namespace
}  // namespace charley::rpc
