#include "service/rpc/assistant_service.h"

#include <algorithm>
#include <thread>
#include <utility>

#include "service/rpc/ask.h"
#include "service/rpc/browse.h"
#include "service/rpc/rate_answer.h"

namespace charley::rpc {
namespace {

// One a core, but two where there is one: a long message must not stand before all others.
size_t AnsweringThreads() { return std::max(2U, std::thread::hardware_concurrency()); }

}  // namespace

AssistantServiceImpl::AssistantServiceImpl(const EngineHolder& engines,
                                           const answer::Minimum& minimum, Ratings& ratings,
                                           CallFrame frame)
    : engines_(engines),
      minimum_(minimum),
      ratings_(ratings),
      frame_(frame),
      pool_(AnsweringThreads(), frame_.observer,
            [this](const ArrivedCall& call) { return Answer(call); }) {}

grpc::ServerUnaryReactor* AssistantServiceImpl::Ask(grpc::CallbackServerContext* context,
                                                    const grpc::ByteBuffer* request,
                                                    grpc::ByteBuffer* response) {
  const ArrivedCall call = Arrive(*context, *request, *response, frame_.admission);
  pool_.Take(call);
  return call.reactor;
}

AnsweredCall AssistantServiceImpl::Answer(const ArrivedCall& call) const {
  v1::AskRequest asked;
  return AnswerCall(call, "Ask", asked, [&](grpc::ByteBuffer& response, CallRecord& record) {
    const auto engine = engines_.Get();
    std::string reply;
    auto failed = rpc::Ask(engine.get(), minimum_, asked, reply, record);
    if (!failed.has_value()) SetResponse(reply, response);
    return failed;
  });
}

template <typename Request, typename Response>
grpc::ServerUnaryReactor* AssistantServiceImpl::AnswerNow(
    const ArrivedCall& call, absl::string_view method,
    absl::FunctionRef<absl::optional<CallError>(const Request&, Response&)> handler) {
  Request request;
  AnsweredCall answered =
      AnswerCall(call, method, request, [&](grpc::ByteBuffer& bytes, CallRecord&) {
        Response response;
        auto failed = handler(request, response);
        if (!failed.has_value()) SetResponse(response, bytes);
        return failed;
      });
  frame_.observer.OnCall(answered.record);
  call.reactor->Finish(std::move(answered.status));
  return call.reactor;
}

grpc::ServerUnaryReactor* AssistantServiceImpl::ListTopics(grpc::CallbackServerContext* context,
                                                           const grpc::ByteBuffer* request,
                                                           grpc::ByteBuffer* response) {
  return AnswerNow<v1::ListTopicsRequest, v1::ListTopicsResponse>(
      Arrive(*context, *request, *response, frame_.admission), "ListTopics",
      [&](const auto& asked, auto& page) {
        return rpc::ListTopics(engines_.Get().get(), asked, page);
      });
}

grpc::ServerUnaryReactor* AssistantServiceImpl::GetTopic(grpc::CallbackServerContext* context,
                                                         const grpc::ByteBuffer* request,
                                                         grpc::ByteBuffer* response) {
  return AnswerNow<v1::GetTopicRequest, v1::GetTopicResponse>(
      Arrive(*context, *request, *response, frame_.admission), "GetTopic",
      [&](const auto& asked, auto& topic) {
        return rpc::GetTopic(engines_.Get().get(), asked, topic);
      });
}

grpc::ServerUnaryReactor* AssistantServiceImpl::GetSource(grpc::CallbackServerContext* context,
                                                          const grpc::ByteBuffer* request,
                                                          grpc::ByteBuffer* response) {
  return AnswerNow<v1::GetSourceRequest, v1::GetSourceResponse>(
      Arrive(*context, *request, *response, frame_.admission), "GetSource",
      [&](const auto& asked, auto& source) {
        return rpc::GetSource(engines_.Get().get(), asked, source);
      });
}

grpc::ServerUnaryReactor* AssistantServiceImpl::RateAnswer(grpc::CallbackServerContext* context,
                                                           const grpc::ByteBuffer* request,
                                                           grpc::ByteBuffer* response) {
  return AnswerNow<v1::RateAnswerRequest, v1::RateAnswerResponse>(
      Arrive(*context, *request, *response, frame_.admission), "RateAnswer",
      [&](const auto& rated, auto&) {
        return rpc::RateAnswer(engines_.Get().get(), rated, ratings_);
      });
}

}  // namespace charley::rpc
