// The whole service on a real port, with a pack of its own.

#ifndef CHARLEY_TESTS_SERVER_SERVER_FIXTURE_H_
#define CHARLEY_TESTS_SERVER_SERVER_FIXTURE_H_

#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "charley/v1/assistant.grpc.pb.h"
#include "service/server/server.h"
#include "tests/support/rpc_error.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test_pack.h"

namespace charley::server {

// Keeps the lines of a log.
class CollectedLog {
 public:
  LogSink Sink();
  std::vector<std::string> lines() const;
  // How many lines hold `part`.
  size_t Count(const std::string& part) const;

 private:
  mutable absl::Mutex mutex_;
  std::vector<std::string> lines_ ABSL_GUARDED_BY(mutex_);
};

// What a generic call gave back.
struct BytesReply {
  grpc::Status status;
  std::string bytes;
};

class ServerTest : public ::testing::Test {
 protected:
  ServerTest();
  ~ServerTest() override;

  // Starts to serve `pack_`, of whatever there is at that path.
  void Start();

  std::unique_ptr<v1::AssistantService::Stub> NewStub() const;
  grpc::Status Ask(const std::string& question, v1::AskResponse* response);
  // Sends these bytes to any method of any service.
  BytesReply Send(const std::string& method, const std::string& bytes);

  testing::TemporaryFolder folder_;
  const std::string pack_;
  CollectedLog collected_;
  const Log log_;
  Options options_;
  std::unique_ptr<Server> server_;
  std::shared_ptr<grpc::Channel> channel_;
};

}  // namespace charley::server

#endif  // CHARLEY_TESTS_SERVER_SERVER_FIXTURE_H_
