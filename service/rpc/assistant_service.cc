#include "service/rpc/assistant_service.h"

#include "service/rpc/ask.h"
#include "service/rpc/browse.h"
#include "service/rpc/rate_answer.h"

namespace charley::rpc {

grpc::ServerUnaryReactor* AssistantServiceImpl::Ask(grpc::CallbackServerContext* context,
                                                    const grpc::ByteBuffer* request,
                                                    grpc::ByteBuffer* response) {
  v1::AskRequest asked;
  v1::AskResponse reply;
  return AnswerCall(*context, "Ask", {*request, *response}, {asked, reply}, frame_,
                    [&](CallRecord& record) {
                      const auto engine = engines_.Get();
                      return rpc::Ask(engine.get(), minimum_, asked, reply, record);
                    });
}

grpc::ServerUnaryReactor* AssistantServiceImpl::ListTopics(grpc::CallbackServerContext* context,
                                                           const grpc::ByteBuffer* request,
                                                           grpc::ByteBuffer* response) {
  v1::ListTopicsRequest asked;
  v1::ListTopicsResponse page;
  return AnswerCall(
      *context, "ListTopics", {*request, *response}, {asked, page}, frame_,
      [&](CallRecord&) { return rpc::ListTopics(engines_.Get().get(), asked, page); });
}

grpc::ServerUnaryReactor* AssistantServiceImpl::GetTopic(grpc::CallbackServerContext* context,
                                                         const grpc::ByteBuffer* request,
                                                         grpc::ByteBuffer* response) {
  v1::GetTopicRequest asked;
  v1::GetTopicResponse topic;
  return AnswerCall(*context, "GetTopic", {*request, *response}, {asked, topic}, frame_,
                    [&](CallRecord&) { return rpc::GetTopic(engines_.Get().get(), asked, topic); });
}

grpc::ServerUnaryReactor* AssistantServiceImpl::GetSource(grpc::CallbackServerContext* context,
                                                          const grpc::ByteBuffer* request,
                                                          grpc::ByteBuffer* response) {
  v1::GetSourceRequest asked;
  v1::GetSourceResponse source;
  return AnswerCall(
      *context, "GetSource", {*request, *response}, {asked, source}, frame_,
      [&](CallRecord&) { return rpc::GetSource(engines_.Get().get(), asked, source); });
}

grpc::ServerUnaryReactor* AssistantServiceImpl::RateAnswer(grpc::CallbackServerContext* context,
                                                           const grpc::ByteBuffer* request,
                                                           grpc::ByteBuffer* response) {
  v1::RateAnswerRequest rated;
  const v1::RateAnswerResponse counted;
  return AnswerCall(
      *context, "RateAnswer", {*request, *response}, {rated, counted}, frame_,
      [&](CallRecord&) { return rpc::RateAnswer(engines_.Get().get(), rated, ratings_); });
}

}  // namespace charley::rpc
