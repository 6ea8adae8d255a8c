// charley.v1.AssistantService over gRPC.

#ifndef CHARLEY_SERVICE_RPC_ASSISTANT_SERVICE_H_
#define CHARLEY_SERVICE_RPC_ASSISTANT_SERVICE_H_

#include "charley/v1/assistant.grpc.pb.h"
#include "service/answer/minimum.h"
#include "service/rpc/call_queues.h"
#include "service/rpc/engine_holder.h"
#include "service/rpc/ratings.h"
#include "service/rpc/unary_call.h"

namespace charley::rpc {

// The generated service, with every method taken as bytes; see unary_call.h.
using BytesService =
    v1::AssistantService::WithRawMethod_Ask<v1::AssistantService::WithRawMethod_ListTopics<
        v1::AssistantService::WithRawMethod_GetTopic<v1::AssistantService::WithRawMethod_GetSource<
            v1::AssistantService::WithRawMethod_RateAnswer<v1::AssistantService::Service>>>>>;

// Answers calls from the engine that the holder has when a call arrives, or, without one, from the
// built-in minimum. Refers to all that it is given, which must outlive it, and must itself outlive
// the gRPC server. Thread-safe.
class AssistantServiceImpl final : public BytesService {
 public:
  AssistantServiceImpl(const EngineHolder& engines, const answer::Minimum& minimum,
                       Ratings& ratings, CallFrame frame);

  // Puts the service into a server that is to be built.
  void AddTo(grpc::ServerBuilder& builder);
  // Answers from when the server is built until Stop, which comes after the server's Shutdown.
  void Start() { queues_.Start(); }
  void Stop() { queues_.Stop(); }

  // Answers an Ask that another door of the process brings, on its thread. `state` needs the time
  // of arrival, the deadline and the size of the metadata.
  grpc::Status AnswerAsk(CallState state, const grpc::ByteBuffer& request,
                         grpc::ByteBuffer& response) const;

 private:
  AnsweredCall Answer(const ArrivedCall& call) const;

  CallQueues::Method AskMethod();
  CallQueues::Method ListTopicsMethod();
  CallQueues::Method GetTopicMethod();
  CallQueues::Method GetSourceMethod();
  CallQueues::Method RateAnswerMethod();

  const EngineHolder& engines_;
  const answer::Minimum& minimum_;
  Ratings& ratings_;
  const CallFrame frame_;
  CallQueues queues_;  // last: its threads use the others
};

}  // namespace charley::rpc

#endif  // CHARLEY_SERVICE_RPC_ASSISTANT_SERVICE_H_
