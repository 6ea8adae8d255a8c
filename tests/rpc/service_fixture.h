// The service on a real port, with the generated stub.

#ifndef CHARLEY_TESTS_RPC_SERVICE_FIXTURE_H_
#define CHARLEY_TESTS_RPC_SERVICE_FIXTURE_H_

#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "charley/v1/assistant.grpc.pb.h"
#include "service/answer/minimum.h"
#include "service/rpc/assistant_service.h"
#include "tests/support/rpc_error.h"
#include "tests/support/test_pack.h"

namespace charley::rpc {

// Remembers what the service tells of its calls.
class RecordingObserver final : public CallObserver {
 public:
  // A record whose texts live on.
  struct Seen {
    std::string method;
    grpc::StatusCode code;
    std::string reason;
    std::string reply;
    size_t request_bytes;
    size_t response_bytes;
    absl::Duration time_needed;
  };

  void OnCalls(absl::Span<const CallRecord> records) override;
  std::vector<Seen> seen() const;

 private:
  mutable absl::Mutex mutex_;
  std::vector<Seen> seen_ ABSL_GUARDED_BY(mutex_);
};

// Serves the test pack.
class ServiceTest : public ::testing::Test {
 protected:
  ServiceTest();
  ~ServiceTest() override;

  // Takes up another edition of the test pack, or none at all.
  void Load(const std::string& edition);
  void Unload();

  // Calls Ask and returns its status; `response_` holds the reply.
  grpc::Status Ask(const v1::AskRequest& request);
  grpc::Status Ask(const std::string& question);

  // Sends these bytes to a method and returns the status.
  grpc::Status SendBytes(const std::string& method, const std::string& bytes);

  // Decodes an error and holds it against the contract.
  testing::RpcError Fail(const grpc::Status& status);

  EngineHolder engines_;
  const answer::Minimum minimum_;
  Ratings ratings_;
  Admission admission_;
  RecordingObserver observer_;
  AssistantServiceImpl service_;
  std::unique_ptr<grpc::Server> server_;
  std::shared_ptr<grpc::Channel> channel_;
  std::unique_ptr<v1::AssistantService::Stub> stub_;
  v1::AskResponse response_;
};

}  // namespace charley::rpc

#endif  // CHARLEY_TESTS_RPC_SERVICE_FIXTURE_H_
