#include "service/server/server.h"

#include <chrono>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "knowledge/status_macros.h"
#include "service/answer/limits.h"
#include "service/server/signals.h"

namespace charley::server {

absl::StatusOr<std::unique_ptr<Server>> Server::Create(const Options& options, const Log& log) {
  std::unique_ptr<Server> server(new Server(options, log));
  const bool is_loaded = server->loader_.Load();
  if (!is_loaded) server->minimum_.Get();  // made before anybody waits for it
  RETURN_IF_ERROR(server->OpenDoors(options));
  server->health_.SetServing(is_loaded);
  log.Write(LogLevel::kInfo, "serving",
            {{"grpc", absl::string_view(server->grpc_.address)},
             {"http", absl::string_view(server->http_address())}});
  return server;
}

Server::Server(const Options& options, const Log& log)
    : log_(log),
      call_log_(log),
      loader_(options.pack_path, engines_, ratings_, log),
      service_(engines_, minimum_, ratings_, {admission_, call_log_}) {}

Server::~Server() { Stop(); }

// Each door sets its address, which the ready line then names.
absl::Status Server::OpenDoors(const Options& options) {
  ASSIGN_OR_RETURN(grpc_, StartGrpc(options.grpc_address, options.reflection, service_, health_));
  if (options.http.address.empty()) return absl::OkStatus();
  ASSIGN_OR_RETURN(http_, HttpListener::Start(options.http, *grpc_.server, service_, engines_));
  return absl::OkStatus();
}

std::string Server::ReadyLine() const {
  return absl::StrCat("ready grpc=", grpc_.address, " http=", http_address());
}

void Server::Wait() {
  while (WaitForRequest() == Request::kReload) Reload();
  Stop();
}

bool Server::Reload() {
  const bool is_loaded = loader_.Load();
  if (is_loaded) health_.SetServing(true);
  return is_loaded;
}

void Server::Stop() {
  if (is_stopped_ || grpc_.server == nullptr) return;
  is_stopped_ = true;
  log_.Write(LogLevel::kInfo, "stopping", {});
  health_.Stop();
  if (http_ != nullptr) http_->Stop();
  RefuseUntilQuiet();
  grpc_.server->Shutdown(std::chrono::system_clock::now() +
                         std::chrono::milliseconds(limits::kDrainMilliseconds));
  service_.Stop();
  LogRatings();
  log_.Write(LogLevel::kInfo, "stopped", {});
}

void Server::RefuseUntilQuiet() {
  admission_.Close();
  const absl::Time end = absl::Now() + absl::Milliseconds(limits::kRefusalMilliseconds);
  int64_t arrivals = -1;
  while (arrivals != admission_.arrivals() && absl::Now() < end) {
    arrivals = admission_.arrivals();
    absl::SleepFor(absl::Milliseconds(limits::kQuietMilliseconds));
  }
}

void Server::LogRatings() const {
  for (const rpc::TopicRating& rating : ratings_.Rated()) {
    log_.Write(LogLevel::kInfo, "ratings",
               {{"topic", absl::string_view(rating.topic_id)},
                {"helpful", rating.helpful},
                {"not_helpful", rating.not_helpful}});
  }
}

}  // namespace charley::server
