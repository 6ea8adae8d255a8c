#include "service/rpc/assistant_service.h"

#include <utility>

#include "service/rpc/ask.h"
#include "service/rpc/browse.h"
#include "service/rpc/rate_answer.h"

namespace charley::rpc {

AssistantServiceImpl::AssistantServiceImpl(const EngineHolder& engines,
                                           const answer::Minimum& minimum, Ratings& ratings,
                                           CallFrame frame)
    : engines_(engines),
      minimum_(minimum),
      ratings_(ratings),
      frame_(frame),
      asks_(frame, AskForCalls(*this), [this](const ArrivedCall& call) { return Answer(call); }) {}

void AssistantServiceImpl::AddTo(grpc::ServerBuilder& builder) {
  builder.RegisterService(this);
  asks_.AddTo(builder, AnsweringThreads());
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

grpc::Status AssistantServiceImpl::AnswerAsk(CallState state, const grpc::ByteBuffer& request,
                                             grpc::ByteBuffer& response) const {
  state.is_admitted = frame_.admission.Admit();
  state.message_bytes = request.Length();
  const AnsweredCall answered = Answer({state, &request, &response});
  frame_.observer.OnCall(answered.record);
  return answered.status;
}

template <typename Request, typename Response>
grpc::ServerUnaryReactor* AssistantServiceImpl::AnswerNow(
    grpc::CallbackServerContext& context, const grpc::ByteBuffer& request,
    grpc::ByteBuffer& response, absl::string_view method,
    absl::FunctionRef<absl::optional<CallError>(const Request&, Response&)> handler) {
  Request asked;
  const ArrivedCall call = Arrive(context, request, response, frame_.admission);
  AnsweredCall answered =
      AnswerCall(call, method, asked, [&](grpc::ByteBuffer& bytes, CallRecord&) {
        Response reply;
        auto failed = handler(asked, reply);
        if (!failed.has_value()) SetResponse(reply, bytes);
        return failed;
      });
  frame_.observer.OnCall(answered.record);
  grpc::ServerUnaryReactor* const reactor = context.DefaultReactor();
  reactor->Finish(std::move(answered.status));
  return reactor;
}

grpc::ServerUnaryReactor* AssistantServiceImpl::ListTopics(grpc::CallbackServerContext* context,
                                                           const grpc::ByteBuffer* request,
                                                           grpc::ByteBuffer* response) {
  return AnswerNow<v1::ListTopicsRequest, v1::ListTopicsResponse>(
      *context, *request, *response, "ListTopics", [&](const auto& asked, auto& page) {
        return rpc::ListTopics(engines_.Get().get(), asked, page);
      });
}

grpc::ServerUnaryReactor* AssistantServiceImpl::GetTopic(grpc::CallbackServerContext* context,
                                                         const grpc::ByteBuffer* request,
                                                         grpc::ByteBuffer* response) {
  return AnswerNow<v1::GetTopicRequest, v1::GetTopicResponse>(
      *context, *request, *response, "GetTopic", [&](const auto& asked, auto& topic) {
        return rpc::GetTopic(engines_.Get().get(), asked, topic);
      });
}

grpc::ServerUnaryReactor* AssistantServiceImpl::GetSource(grpc::CallbackServerContext* context,
                                                          const grpc::ByteBuffer* request,
                                                          grpc::ByteBuffer* response) {
  return AnswerNow<v1::GetSourceRequest, v1::GetSourceResponse>(
      *context, *request, *response, "GetSource", [&](const auto& asked, auto& source) {
        return rpc::GetSource(engines_.Get().get(), asked, source);
      });
}

grpc::ServerUnaryReactor* AssistantServiceImpl::RateAnswer(grpc::CallbackServerContext* context,
                                                           const grpc::ByteBuffer* request,
                                                           grpc::ByteBuffer* response) {
  return AnswerNow<v1::RateAnswerRequest, v1::RateAnswerResponse>(
      *context, *request, *response, "RateAnswer", [&](const auto& rated, auto&) {
        return rpc::RateAnswer(engines_.Get().get(), rated, ratings_);
      });
}

}  // namespace charley::rpc
