// charley.v1.AssistantService over gRPC.

#ifndef CHARLEY_SERVICE_RPC_ASSISTANT_SERVICE_H_
#define CHARLEY_SERVICE_RPC_ASSISTANT_SERVICE_H_

#include "charley/v1/assistant.grpc.pb.h"
#include "service/answer/minimum.h"
#include "service/rpc/answering_pool.h"
#include "service/rpc/engine_holder.h"
#include "service/rpc/ratings.h"
#include "service/rpc/unary_call.h"

namespace charley::rpc {

// The generated service, with every method taken as bytes; see unary_call.h.
using BytesService = v1::AssistantService::WithRawCallbackMethod_Ask<
    v1::AssistantService::WithRawCallbackMethod_ListTopics<
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

  grpc::ServerUnaryReactor* Ask(grpc::CallbackServerContext* context,
                                const grpc::ByteBuffer* request,
                                grpc::ByteBuffer* response) override;
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
      const ArrivedCall& call, absl::string_view method,
      absl::FunctionRef<absl::optional<CallError>(const Request&, Response&)> handler);

  const EngineHolder& engines_;
  const answer::Minimum& minimum_;
  Ratings& ratings_;
  const CallFrame frame_;
  AnsweringPool pool_;  // last: it answers from the others
};

}  // namespace charley::rpc

#endif  // CHARLEY_SERVICE_RPC_ASSISTANT_SERVICE_H_
