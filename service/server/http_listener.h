// How HTTP listens: the web door in front of the gRPC server of the same process.

#ifndef CHARLEY_SERVICE_SERVER_HTTP_LISTENER_H_
#define CHARLEY_SERVICE_SERVER_HTTP_LISTENER_H_

#include <grpcpp/server.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "service/rpc/assistant_service.h"
#include "service/rpc/engine_holder.h"
#include "service/server/ask_backend.h"
#include "service/web/door.h"
#include "service/web/grpc_backend.h"
#include "service/web/http_server.h"
#include "service/web/offline_bundle.h"

namespace charley::server {

// What the web door is told.
struct HttpOptions {
  std::string address;                 // HOST:PORT
  std::string web_root;                // folder of the web files; empty: none are served
  std::vector<std::string> origins;    // web sites that may call the API from a browser
  std::vector<std::string> embedders;  // web sites that may frame the widget
};

// Serves from Start to Stop. Owned by one thread.
class HttpListener {
 public:
  // `grpc`, which serves `service`, and `engines` must outlive the listener, and so must `service`.
  // NOT_FOUND: there is no such web root. INVALID_ARGUMENT, UNAVAILABLE: the address cannot be
  // listened on.
  static absl::StatusOr<std::unique_ptr<HttpListener>> Start(
      const HttpOptions& options, grpc::Server& grpc, const rpc::AssistantServiceImpl& service,
      const rpc::EngineHolder& engines);

  ~HttpListener();

  std::string address() const { return server_->address(); }

  // Lets requests under way finish within limits::kDrainMilliseconds. Call before the gRPC server
  // is shut down.
  void Stop();

 private:
  HttpListener(const HttpOptions& options, grpc::Server& grpc,
               const rpc::AssistantServiceImpl& service, const rpc::EngineHolder& engines,
               web::StaticFiles files);

  web::GrpcBackend grpc_backend_;
  AskBackend backend_;
  const web::OfflineBundle offline_bundle_;
  const web::Door door_;
  std::unique_ptr<web::HttpServer> server_;
  bool is_stopped_ = false;
};

}  // namespace charley::server

#endif  // CHARLEY_SERVICE_SERVER_HTTP_LISTENER_H_
