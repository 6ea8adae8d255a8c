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

// The generated service, with every method taken as bytes; see unary_call.h. Ask, which is called
// most by far, comes through queues; gRPC calls back for the others.
using BytesService =
    v1::AssistantService::WithRawMethod_Ask<v1::AssistantService::WithRawCallbackMethod_ListTopics<
        v1::AssistantService::WithRawCallbackMethod_GetTopic<
            v1::AssistantService::WithRawCallbackMethod_GetSource<
                v1::AssistantService::WithRawCallbackMethod_RateAnswer<
                    v1::AssistantService::Service>>>>>;

// Answers calls from the engine that the holder has when a call arrives, or, without one, from the
// built-in minimum. Refers to all that it is given, which must outlive it, and must itself outlive
// the gRPC server. Thread-safe.
class AssistantServiceImpl final : public BytesService {
 public:
  AssistantServiceImpl(const EngineHolder& engines, const answer::Minimum& minimum,
                       Ratings& ratings, CallFrame frame);

  // Puts the service into a server that is to be built.
  void AddTo(grpc::ServerBuilder& builder);
  // Answers Ask from when the server is built until Stop, which comes after the server's Shutdown.
  void Start() { asks_.Start(); }
  void Stop() { asks_.Stop(); }

  // Answers an Ask that another door of the process brings, on its thread. `state` needs the time
  // of arrival, the deadline and the size of the metadata.
  grpc::Status AnswerAsk(CallState state, const grpc::ByteBuffer& request,
                         grpc::ByteBuffer& response) const;

  grpc::ServerUnaryReactor* ListTopics(grpc::CallbackServerContext* context,
                                       const grpc::ByteBuffer* request,
                                       grpc::ByteBuffer* response) override;
  grpc::ServerUnaryReactor* GetTopic(grpc::CallbackServerContext* context,
                                     const grpc::ByteBuffer* request,
                                     grpc::ByteBuffer* response) override;
  grpc::ServerUnaryReactor* GetSource(grpc::CallbackServerContext* context,
                                      const grpc::ByteBuffer* request,
                                      grpc::ByteBuffer* response) override;
  grpc::ServerUnaryReactor* RateAnswer(grpc::CallbackServerContext* context,
                                       const grpc::ByteBuffer* request,
                                       grpc::ByteBuffer* response) override;

 private:
  AnsweredCall Answer(const ArrivedCall& call) const;

  template <typename Request, typename Response>
  grpc::ServerUnaryReactor* AnswerNow(
      grpc::CallbackServerContext& context, const grpc::ByteBuffer& request,
      grpc::ByteBuffer& response, absl::string_view method,
      absl::FunctionRef<absl::optional<CallError>(const Request&, Response&)> handler);

  const EngineHolder& engines_;
  const answer::Minimum& minimum_;
  Ratings& ratings_;
  const CallFrame frame_;
  CallQueues asks_;  // last: its threads use the others
};

}  // namespace charley::rpc

#endif  // CHARLEY_SERVICE_RPC_ASSISTANT_SERVICE_H_
