// grpc.health.v1.Health: whether the service is serving.

#ifndef CHARLEY_SERVICE_RPC_HEALTH_SERVICE_H_
#define CHARLEY_SERVICE_RPC_HEALTH_SERVICE_H_

#include <cstddef>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "grpc/health/v1/health.grpc.pb.h"

namespace charley::rpc {

// Speaks for charley.v1.AssistantService and, by the empty name, for the server; both fare alike.
// Stands in for the health service that comes with gRPC, which brings the callback API and with it
// threads that poll a third of all connections; see
// docs/decisions/0014-no-callbacks-beside-the-queues.md. Must outlive the gRPC server. Thread-safe.
class HealthService final : public grpc::health::v1::Health::Service {
 public:
  using Request = grpc::health::v1::HealthCheckRequest;
  using Response = grpc::health::v1::HealthCheckResponse;

  // Not serving until it is told. After Stop nothing changes any more.
  void SetServing(bool is_serving) ABSL_LOCKS_EXCLUDED(mutex_);

  // Says for good that it is not serving, and ends every Watch with UNAVAILABLE, so that none
  // keeps the gRPC server from shutting down.
  void Stop() ABSL_LOCKS_EXCLUDED(mutex_);

  // NOT_FOUND: no such service.
  grpc::Status Check(grpc::ServerContext* context, const Request* request,
                     Response* response) override;

  // Holds a thread for as long as its client watches, or limits::kHealthWatchMilliseconds longer.
  // RESOURCE_EXHAUSTED: limits::kMostHealthWatches are held already.
  grpc::Status Watch(grpc::ServerContext* context, const Request* request,
                     grpc::ServerWriter<Response>* writer) override ABSL_LOCKS_EXCLUDED(mutex_);

 private:
  grpc::Status SendChanges(const grpc::ServerContext& context, bool is_known,
                           grpc::ServerWriter<Response>& writer) ABSL_LOCKS_EXCLUDED(mutex_);

  absl::Mutex mutex_;
  bool is_serving_ ABSL_GUARDED_BY(mutex_) = false;
  bool is_stopped_ ABSL_GUARDED_BY(mutex_) = false;
  size_t watches_ ABSL_GUARDED_BY(mutex_) = 0;
};

}  // namespace charley::rpc

#endif  // CHARLEY_SERVICE_RPC_HEALTH_SERVICE_H_
