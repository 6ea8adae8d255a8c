// The whole service: a pack, the engine that answers from it, and the doors to it.

#ifndef CHARLEY_SERVICE_SERVER_SERVER_H_
#define CHARLEY_SERVICE_SERVER_SERVER_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "service/answer/engine.h"
#include "service/rpc/admission.h"
#include "service/rpc/assistant_service.h"
#include "service/rpc/engine_holder.h"
#include "service/rpc/health_service.h"
#include "service/rpc/ratings.h"
#include "service/server/call_log.h"
#include "service/server/grpc_listener.h"
#include "service/server/http_listener.h"
#include "service/server/log.h"
#include "service/server/options.h"
#include "service/server/pack_loader.h"

namespace charley::server {

// Serves from Create to Stop. Reload and Stop are called by one thread, that which waits.
class Server {
 public:
  // Loads the pack and starts to serve. A missing or bad pack is no error: the service starts, says
  // in its health that it is not serving, and escalates red flags by the built-in minimum.
  // UNAVAILABLE: an address cannot be listened on. `log` must outlive the server.
  static absl::StatusOr<std::unique_ptr<Server>> Create(const Options& options, const Log& log);

  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  ~Server();

  // "ready grpc=HOST:PORT http=HOST:PORT", or "http=off".
  std::string ReadyLine() const;
  const std::string& grpc_address() const { return grpc_.address; }
  std::string http_address() const { return http_ == nullptr ? "off" : http_->address(); }
  const rpc::Ratings& ratings() const { return ratings_; }

  // Serves until a signal asks to stop; see signals.h, whose BlockSignals must have been called.
  void Wait();

  // Loads the pack anew. A bad one leaves the old one in place. Returns whether it was swapped in.
  bool Reload();

  // Says in its health that it is not serving, refuses new calls with UNAVAILABLE until no more
  // come (or limits::kRefusalMilliseconds are over), lets those in flight finish within
  // limits::kDrainMilliseconds, and cancels the rest.
  void Stop();

 private:
  Server(const Options& options, const Log& log);

  absl::Status OpenDoors(const Options& options);
  void RefuseUntilQuiet();
  void LogRatings() const;

  const Log& log_;
  const answer::Minimum minimum_;
  rpc::EngineHolder engines_;
  rpc::Ratings ratings_;
  rpc::Admission admission_;
  CallLog call_log_;
  PackLoader loader_;
  rpc::AssistantServiceImpl service_;
  rpc::HealthService health_;
  GrpcListener grpc_;
  std::unique_ptr<HttpListener> http_;  // null: off
  bool is_stopped_ = false;
};

}  // namespace charley::server

#endif  // CHARLEY_SERVICE_SERVER_SERVER_H_
