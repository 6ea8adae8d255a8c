#include "client/cli/assistant_client.h"

#include <grpcpp/create_channel.h>
#include <grpcpp/security/credentials.h>

#include <utility>

#include "grpc/health/v1/health.grpc.pb.h"

namespace charley::cli {
namespace {

std::shared_ptr<grpc::Channel> Connect(const std::string& server) {
  grpc::ChannelArguments arguments;
  arguments.SetInt(GRPC_ARG_ENABLE_HTTP_PROXY, 0);
  return grpc::CreateCustomChannel(server, grpc::InsecureChannelCredentials(), arguments);
}

}  // namespace

AssistantClient::AssistantClient(const std::string& server, std::chrono::duration<double> timeout)
    : timeout_(timeout),
      channel_(Connect(server)),
      stub_(v1::AssistantService::NewStub(channel_)) {}

void AssistantClient::SetDeadline(grpc::ClientContext& context) const {
  context.set_deadline(std::chrono::system_clock::now() +
                       std::chrono::duration_cast<std::chrono::system_clock::duration>(timeout_));
}

grpc::Status AssistantClient::Ask(const v1::AskRequest& request, v1::AskResponse& response) const {
  grpc::ClientContext context;
  SetDeadline(context);
  return stub_->Ask(&context, request, &response);
}

grpc::Status AssistantClient::ListTopics(v1::ListTopicsResponse& response) const {
  v1::ListTopicsRequest request;
  do {
    grpc::ClientContext context;
    SetDeadline(context);
    v1::ListTopicsResponse page;
    grpc::Status status = stub_->ListTopics(&context, request, &page);
    if (!status.ok()) return status;
    request.set_page_token(page.next_page_token());
    response.MergeFrom(page);
    if (page.topics().empty()) break;  // a page without topics would be asked for again for ever
  } while (!request.page_token().empty());
  response.clear_next_page_token();
  return grpc::Status::OK;
}

grpc::Status AssistantClient::GetTopic(const std::string& id,
                                       v1::GetTopicResponse& response) const {
  grpc::ClientContext context;
  SetDeadline(context);
  v1::GetTopicRequest request;
  request.set_topic_id(id);
  return stub_->GetTopic(&context, request, &response);
}

grpc::Status AssistantClient::GetSource(const std::string& id,
                                        v1::GetSourceResponse& response) const {
  grpc::ClientContext context;
  SetDeadline(context);
  v1::GetSourceRequest request;
  request.set_source_id(id);
  return stub_->GetSource(&context, request, &response);
}

grpc::Status AssistantClient::CheckHealth(bool& serving) const {
  using grpc::health::v1::HealthCheckResponse;
  grpc::ClientContext context;
  SetDeadline(context);
  HealthCheckResponse response;  // of no service by name: of the whole server
  grpc::Status status = grpc::health::v1::Health::NewStub(channel_)->Check(&context, {}, &response);
  if (status.ok()) serving = response.status() == HealthCheckResponse::SERVING;
  return status;
}

void AssistantClient::StartAsk(grpc::ClientContext& context, const v1::AskRequest& request,
                               v1::AskResponse& response,
                               std::function<void(grpc::Status)> done) const {
  SetDeadline(context);
  stub_->async()->Ask(&context, &request, &response, std::move(done));
}

}  // namespace charley::cli
