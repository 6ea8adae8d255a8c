// Calls to the service.

#ifndef CHARLEY_CLIENT_CLI_ASSISTANT_CLIENT_H_
#define CHARLEY_CLIENT_CLI_ASSISTANT_CLIENT_H_

#include <grpcpp/channel.h>
#include <grpcpp/client_context.h>
#include <grpcpp/support/status.h>

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "charley/v1/assistant.grpc.pb.h"

namespace charley::cli {

// One service over plaintext gRPC. Every call ends within the timeout. Thread-safe.
class AssistantClient {
 public:
  // `server` is HOST:PORT. Connects with the first call. Proxies named in the environment are not
  // used: the port is a private one.
  AssistantClient(const std::string& server, std::chrono::duration<double> timeout);

  grpc::Status Ask(const v1::AskRequest& request, v1::AskResponse& response) const;

  // Every page, in one response.
  grpc::Status ListTopics(v1::ListTopicsResponse& response) const;

  grpc::Status GetTopic(const std::string& id, v1::GetTopicResponse& response) const;

  grpc::Status GetSource(const std::string& id, v1::GetSourceResponse& response) const;

  // Asks the standard health service (grpc.health.v1) about the whole server. `serving` is set when
  // the call succeeds.
  grpc::Status CheckHealth(bool& serving) const;

  // Starts `Ask`; `done` runs once, on a thread of gRPC. What is passed in must live until then.
  void StartAsk(grpc::ClientContext& context, const v1::AskRequest& request,
                v1::AskResponse& response, std::function<void(grpc::Status)> done) const;

 private:
  void SetDeadline(grpc::ClientContext& context) const;

  const std::chrono::duration<double> timeout_;
  const std::shared_ptr<grpc::Channel> channel_;
  const std::unique_ptr<v1::AssistantService::Stub> stub_;
};

}  // namespace charley::cli

#endif  // CHARLEY_CLIENT_CLI_ASSISTANT_CLIENT_H_
