#include "service/server/grpc_listener.h"

#include <grpcpp/ext/proto_server_reflection_plugin.h>
#include <grpcpp/impl/server_builder_option.h>
#include <grpcpp/resource_quota.h>
#include <grpcpp/security/server_credentials.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "service/answer/limits.h"

namespace charley::server {
namespace {

// Decides on reflection for one server: gRPC's library, once linked, adds it to every server.
class Reflection final : public grpc::ServerBuilderOption {
 public:
  explicit Reflection(bool is_wanted) : is_wanted_(is_wanted) {}

  void UpdateArguments(grpc::ChannelArguments*) override {}
  void UpdatePlugins(std::vector<std::unique_ptr<grpc::ServerBuilderPlugin>>* plugins) override {
    auto reflection = std::make_unique<grpc::reflection::ProtoServerReflectionPlugin>();
    const std::string name = reflection->name();
    const auto is_reflection = [&](const auto& plugin) { return plugin->name() == name; };
    plugins->erase(std::remove_if(plugins->begin(), plugins->end(), is_reflection), plugins->end());
    if (is_wanted_) plugins->push_back(std::move(reflection));
  }

 private:
  const bool is_wanted_;
};

void LimitMessages(grpc::ServerBuilder& builder) {
  builder.SetMaxReceiveMessageSize(limits::kMostReceivedMessageBytes);
  builder.AddChannelArgument(GRPC_ARG_MAX_METADATA_SIZE, limits::kMostReceivedMetadataBytes);
  builder.AddChannelArgument(GRPC_ARG_MAX_CONCURRENT_STREAMS, limits::kMostConcurrentStreams);
  builder.AddChannelArgument(GRPC_ARG_HTTP2_STREAM_LOOKAHEAD_BYTES, limits::kMostMessageBytes);
  builder.AddChannelArgument(GRPC_ARG_HTTP2_BDP_PROBE, 0);
  builder.SetCompressionAlgorithmSupportStatus(GRPC_COMPRESS_GZIP, false);
  builder.SetCompressionAlgorithmSupportStatus(GRPC_COMPRESS_DEFLATE, false);
}

void LimitConnections(grpc::ServerBuilder& builder) {
  const std::pair<const char*, int> arguments[] = {
      // A second service on the same port is a mistake that has to be seen.
      {GRPC_ARG_ALLOW_REUSEPORT, 0},
      {GRPC_ARG_SERVER_HANDSHAKE_TIMEOUT_MS, limits::kHandshakeMilliseconds},
      {GRPC_ARG_MAX_CONNECTION_IDLE_MS, limits::kConnectionIdleMilliseconds},
      {GRPC_ARG_MAX_CONNECTION_AGE_MS, limits::kConnectionAgeMilliseconds},
      {GRPC_ARG_MAX_CONNECTION_AGE_GRACE_MS, limits::kConnectionAgeGraceMilliseconds},
      {GRPC_ARG_KEEPALIVE_TIME_MS, limits::kKeepaliveMilliseconds},
      {GRPC_ARG_KEEPALIVE_TIMEOUT_MS, limits::kKeepaliveTimeoutMilliseconds},
      {GRPC_ARG_HTTP2_MIN_RECV_PING_INTERVAL_WITHOUT_DATA_MS, limits::kLeastPingMilliseconds},
      {GRPC_ARG_HTTP2_MAX_PING_STRIKES, limits::kMostPingStrikes}};
  for (const auto& [name, value] : arguments) builder.AddChannelArgument(name, value);
  grpc::ResourceQuota quota("charley");
  builder.SetResourceQuota(quota.Resize(limits::kMostTransportBytes));
}

// For what is not called through queues of our own: health, and reflection if it is wanted.
void LimitThreads(grpc::ServerBuilder& builder) {
  using Option = grpc::ServerBuilder::SyncServerOption;
  builder.SetSyncServerOption(Option::NUM_CQS, 1);
  builder.SetSyncServerOption(Option::MAX_POLLERS, 1);
}

// The address with the port that was picked.
std::string WithPort(absl::string_view address, int port) {
  if (absl::StartsWith(address, "unix:")) return std::string(address);
  return absl::StrCat(address.substr(0, address.rfind(':')), ":", port);
}

}  // namespace

absl::StatusOr<GrpcListener> StartGrpc(const std::string& address, bool reflection,
                                       rpc::AssistantServiceImpl& service,
                                       rpc::HealthService& health) {
  grpc::ServerBuilder builder;
  LimitMessages(builder);
  LimitConnections(builder);
  LimitThreads(builder);
  builder.SetOption(std::make_unique<Reflection>(reflection));
  int port = 0;
  builder.AddListeningPort(address, grpc::InsecureServerCredentials(), &port);
  service.AddTo(builder);
  builder.RegisterService(&health);
  GrpcListener listener;
  listener.server = builder.BuildAndStart();
  if (listener.server == nullptr) {
    return absl::UnavailableError(
        absl::StrCat("cannot listen on ", address,
                     ": it is in use or no address of this machine; choose another with --grpc"));
  }
  service.Start();
  listener.address = WithPort(address, port);
  return listener;
}

}  // namespace charley::server
