#include "tests/server/server_fixture.h"

#include <grpcpp/generic/generic_stub.h>

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/synchronization/notification.h"

namespace charley::server {
namespace {

std::string ToString(const grpc::ByteBuffer& buffer) {
  std::vector<grpc::Slice> slices;
  std::string bytes;
  if (!buffer.Dump(&slices).ok()) return bytes;
  for (const grpc::Slice& slice : slices) {
    bytes.append(reinterpret_cast<const char*>(slice.begin()), slice.size());
  }
  return bytes;
}

}  // namespace

LogSink CollectedLog::Sink() {
  return [this](absl::string_view lines) {
    const absl::MutexLock lock(&mutex_);
    for (const absl::string_view line : absl::StrSplit(lines, '\n', absl::SkipEmpty())) {
      lines_.push_back(absl::StrCat(line, "\n"));
    }
  };
}

std::vector<std::string> CollectedLog::lines() const {
  const absl::MutexLock lock(&mutex_);
  return lines_;
}

size_t CollectedLog::Count(const std::string& part) const {
  const absl::MutexLock lock(&mutex_);
  return static_cast<size_t>(
      std::count_if(lines_.begin(), lines_.end(),
                    [&](const std::string& line) { return absl::StrContains(line, part); }));
}

ServerTest::ServerTest()
    : pack_(folder_.File("test.db")), log_(collected_.Sink(), LogLevel::kDebug) {
  options_.pack_path = pack_;
  options_.grpc_address = "127.0.0.1:0";
}

ServerTest::~ServerTest() { server_.reset(); }

void ServerTest::Start() {
  auto server = Server::Create(options_, log_);
  ASSERT_TRUE(server.ok()) << server.status();
  server_ = *std::move(server);
  channel_ = grpc::CreateChannel(server_->grpc_address(), grpc::InsecureChannelCredentials());
}

std::unique_ptr<v1::AssistantService::Stub> ServerTest::NewStub() const {
  return v1::AssistantService::NewStub(channel_);
}

grpc::Status ServerTest::Ask(const std::string& question, v1::AskResponse* response) {
  grpc::ClientContext context;
  v1::AskRequest request;
  request.set_question(question);
  return NewStub()->Ask(&context, request, response);
}

BytesReply ServerTest::Send(const std::string& method, const std::string& bytes) {
  grpc::GenericStub stub(channel_);
  grpc::ClientContext context;
  const grpc::Slice slice(bytes);
  const grpc::ByteBuffer request(&slice, 1);
  grpc::ByteBuffer response;
  BytesReply reply;
  absl::Notification done;
  stub.UnaryCall(&context, method, {}, &request, &response, [&](grpc::Status result) {
    reply.status = std::move(result);
    done.Notify();
  });
  done.WaitForNotification();
  if (reply.status.ok()) reply.bytes = ToString(response);
  return reply;
}

}  // namespace charley::server
