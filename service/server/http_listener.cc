#include "service/server/http_listener.h"

#include <utility>

#include "knowledge/status_macros.h"

namespace charley::server {
namespace {

web::DoorParts Parts(const HttpOptions& options, web::Backend& backend,
                     const web::OfflineBundle& offline_bundle, const rpc::EngineHolder& engines,
                     web::StaticFiles files) {
  web::DoorParts parts;
  parts.backend = &backend;
  parts.is_ready = [&engines] { return engines.Get() != nullptr; };
  parts.offline_bundle = [&offline_bundle](const web::HttpRequest& request) {
    return offline_bundle.Answer(request);
  };
  parts.cors = web::Cors(options.origins);
  parts.files = std::move(files);
  return parts;
}

}  // namespace

absl::StatusOr<std::unique_ptr<HttpListener>> HttpListener::Start(
    const HttpOptions& options, grpc::Server& grpc, const rpc::AssistantServiceImpl& service,
    const rpc::EngineHolder& engines) {
  web::StaticFiles files;
  if (!options.web_root.empty()) {
    ASSIGN_OR_RETURN(files, web::StaticFiles::Load(options.web_root, options.embedders));
  }
  std::unique_ptr<HttpListener> listener(
      new HttpListener(options, grpc, service, engines, std::move(files)));
  ASSIGN_OR_RETURN(listener->server_, web::HttpServer::Start(options.address, listener->door_,
                                                             web::DefaultHttpLimits()));
  return listener;
}

HttpListener::HttpListener(const HttpOptions& options, grpc::Server& grpc,
                           const rpc::AssistantServiceImpl& service,
                           const rpc::EngineHolder& engines, web::StaticFiles files)
    : grpc_backend_(grpc.InProcessChannel(grpc::ChannelArguments())),
      backend_(service, grpc_backend_),
      offline_bundle_([&engines] { return engines.Get(); }),
      door_(Parts(options, backend_, offline_bundle_, engines, std::move(files))) {}

HttpListener::~HttpListener() { Stop(); }

void HttpListener::Stop() {
  if (is_stopped_ || server_ == nullptr) return;
  is_stopped_ = true;
  server_->Stop();
}

}  // namespace charley::server
