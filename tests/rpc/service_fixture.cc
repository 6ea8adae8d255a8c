#include "tests/rpc/service_fixture.h"

#include <grpcpp/generic/generic_stub.h>

#include "absl/strings/str_cat.h"
#include "absl/synchronization/notification.h"

namespace charley::rpc {

void RecordingObserver::OnCalls(absl::Span<const CallRecord> records) {
  const absl::MutexLock lock(&mutex_);
  for (const CallRecord& record : records) {
    seen_.push_back({std::string(record.method), record.code, std::string(record.reason),
                     std::string(record.reply), record.request_bytes, record.response_bytes,
                     record.time_needed});
  }
}

std::vector<RecordingObserver::Seen> RecordingObserver::seen() const {
  const absl::MutexLock lock(&mutex_);
  return seen_;
}

ServiceTest::ServiceTest() : service_(engines_, minimum_, ratings_, {admission_, observer_}) {
  Load("");
  int port = 0;
  grpc::ServerBuilder builder;
  builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port);
  service_.AddTo(builder);
  server_ = builder.BuildAndStart();
  service_.Start();
  channel_ =
      grpc::CreateChannel(absl::StrCat("127.0.0.1:", port), grpc::InsecureChannelCredentials());
  stub_ = v1::AssistantService::NewStub(channel_);
}

ServiceTest::~ServiceTest() {
  server_->Shutdown();
  service_.Stop();
}

void ServiceTest::Load(const std::string& edition) {
  const auto engine = testing::MakeTestEngine(edition);
  ratings_.SetTopics(engine->pack());
  engines_.Set(engine);
}

void ServiceTest::Unload() { engines_.Set(nullptr); }

grpc::Status ServiceTest::Ask(const v1::AskRequest& request) {
  grpc::ClientContext context;
  response_.Clear();
  return stub_->Ask(&context, request, &response_);
}

grpc::Status ServiceTest::Ask(const std::string& question) {
  v1::AskRequest request;
  request.set_question(question);
  return Ask(request);
}

grpc::Status ServiceTest::SendBytes(const std::string& method, const std::string& bytes) {
  grpc::GenericStub stub(channel_);
  grpc::ClientContext context;
  const grpc::Slice slice(bytes);
  const grpc::ByteBuffer request(&slice, 1);
  grpc::ByteBuffer response;
  grpc::Status status;
  absl::Notification done;
  stub.UnaryCall(&context, absl::StrCat("/charley.v1.AssistantService/", method), {}, &request,
                 &response, [&](grpc::Status result) {
                   status = std::move(result);
                   done.Notify();
                 });
  done.WaitForNotification();
  return status;
}

testing::RpcError ServiceTest::Fail(const grpc::Status& status) {
  EXPECT_FALSE(status.ok());
  testing::RpcError error = testing::Decode(status);
  testing::ExpectKeepsContract(error);
  return error;
}

}  // namespace charley::rpc
