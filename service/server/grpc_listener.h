// How gRPC listens.

#ifndef CHARLEY_SERVICE_SERVER_GRPC_LISTENER_H_
#define CHARLEY_SERVICE_SERVER_GRPC_LISTENER_H_

#include <grpcpp/server.h>
#include <grpcpp/server_builder.h>

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "service/rpc/assistant_service.h"
#include "service/rpc/health_service.h"

namespace charley::server {

// A started gRPC server and where it is reached.
struct GrpcListener {
  std::unique_ptr<grpc::Server> server;
  std::string address;  // as asked for, with the port that was picked
};

// Serves `service` and `health` and, if asked for, reflection, at an address such as
// "127.0.0.1:0" or "unix:/run/charley.sock", under the limits of service/answer/limits.h. Takes no
// compressed messages: a few bytes could unpack to any size. `service`, which is started, must be
// stopped after the server's Shutdown; both must outlive the server.
// UNAVAILABLE: the address cannot be listened on, for example because it is in use.
absl::StatusOr<GrpcListener> StartGrpc(const std::string& address, bool reflection,
                                       rpc::AssistantServiceImpl& service,
                                       rpc::HealthService& health);

}  // namespace charley::server

#endif  // CHARLEY_SERVICE_SERVER_GRPC_LISTENER_H_
