#include "service/rpc/assistant_service.h"

#include <functional>
#include <string>
#include <utility>

#include "service/answer/limits.h"
#include "service/rpc/ask.h"
#include "service/rpc/browse.h"
#include "service/rpc/rate_answer.h"

namespace charley::rpc {

namespace {

// A handler of a method that is called rarely: fills the reply, or says why the call fails.
template <typename Request, typename Response>
using Browse = std::function<absl::optional<CallError>(const Request&, Response&)>;

// What answers the calls of such a method.
template <typename Request, typename Response>
auto AnswerBrowsing(absl::string_view method, Browse<Request, Response> handler) {
  return [method, handler = std::move(handler)](const ArrivedCall& call) {
    Request asked;
    return AnswerCall(call, method, asked, [&](grpc::ByteBuffer& bytes, CallRecord&) {
      Response reply;
      auto failed = handler(asked, reply);
      if (!failed.has_value()) SetResponse(reply, bytes);
      return failed;
    });
  };
}

}  // namespace

AssistantServiceImpl::AssistantServiceImpl(const EngineHolder& engines,
                                           const answer::Minimum& minimum, Ratings& ratings,
                                           CallFrame frame)
    : engines_(engines),
      minimum_(minimum),
      ratings_(ratings),
      frame_(frame),
      queues_(frame, {AskMethod(), ListTopicsMethod(), GetTopicMethod(), GetSourceMethod(),
                      RateAnswerMethod()}) {}

void AssistantServiceImpl::AddTo(grpc::ServerBuilder& builder) {
  builder.RegisterService(this);
  queues_.AddTo(builder, AnsweringThreads());
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
  frame_.observer.OnCalls(absl::MakeConstSpan(&answered.record, 1));
  return answered.status;
}

CallQueues::Method AssistantServiceImpl::AskMethod() {
  return {AskForCalls(*this, &BytesService::RequestAsk),
          [this](const ArrivedCall& call) { return Answer(call); }};
}

CallQueues::Method AssistantServiceImpl::ListTopicsMethod() {
  return {AskForCalls(*this, &BytesService::RequestListTopics),
          AnswerBrowsing<v1::ListTopicsRequest, v1::ListTopicsResponse>(
              "ListTopics",
              [this](const auto& asked, auto& page) {
                return rpc::ListTopics(engines_.Get().get(), asked, page);
              }),
          limits::kRareCallsAskedForAhead};
}

CallQueues::Method AssistantServiceImpl::GetTopicMethod() {
  return {AskForCalls(*this, &BytesService::RequestGetTopic),
          AnswerBrowsing<v1::GetTopicRequest, v1::GetTopicResponse>(
              "GetTopic",
              [this](const auto& asked, auto& topic) {
                return rpc::GetTopic(engines_.Get().get(), asked, topic);
              }),
          limits::kRareCallsAskedForAhead};
}

CallQueues::Method AssistantServiceImpl::GetSourceMethod() {
  return {AskForCalls(*this, &BytesService::RequestGetSource),
          AnswerBrowsing<v1::GetSourceRequest, v1::GetSourceResponse>(
              "GetSource",
              [this](const auto& asked, auto& source) {
                return rpc::GetSource(engines_.Get().get(), asked, source);
              }),
          limits::kRareCallsAskedForAhead};
}

CallQueues::Method AssistantServiceImpl::RateAnswerMethod() {
  return {AskForCalls(*this, &BytesService::RequestRateAnswer),
          AnswerBrowsing<v1::RateAnswerRequest, v1::RateAnswerResponse>(
              "RateAnswer",
              [this](const auto& rated, auto&) {
                return rpc::RateAnswer(engines_.Get().get(), rated, ratings_);
              }),
          limits::kRareCallsAskedForAhead};
}

}  // namespace charley::rpc
