// Hands raw messages to the gRPC handlers.

#ifndef CHARLEY_SERVICE_WEB_GRPC_BACKEND_H_
#define CHARLEY_SERVICE_WEB_GRPC_BACKEND_H_

#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/grpcpp.h>

#include <functional>
#include <memory>

#include "service/web/rpc_call.h"

namespace charley::web {

// What became of a call that ended so.
RpcResult ResultOf(const grpc::Status& status, const grpc::ByteBuffer& response);

// Calls over a channel, usually the in-process one of the server beside the door: limits, logs and
// deadlines apply there, for every method alike. Thread-safe.
class GrpcBackend : public Backend {
 public:
  explicit GrpcBackend(const std::shared_ptr<grpc::Channel>& channel) : stub_(channel) {}

  std::unique_ptr<CallHandle> Start(RpcCall call, std::function<void(RpcResult)> done) override;

 private:
  grpc::GenericStub stub_;
};

}  // namespace charley::web

#endif  // CHARLEY_SERVICE_WEB_GRPC_BACKEND_H_
