#include "service/rpc/health_service.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "charley/v1/assistant.grpc.pb.h"
#include "service/answer/limits.h"

namespace charley::rpc {
namespace {

using Response = HealthService::Response;

bool IsKnown(const std::string& service) {
  return service.empty() || service == v1::AssistantService::service_full_name();
}

Response::ServingStatus StatusOf(bool is_known, bool is_serving) {
  if (!is_known) return Response::SERVICE_UNKNOWN;
  return is_serving ? Response::SERVING : Response::NOT_SERVING;
}

}  // namespace

void HealthService::SetServing(bool is_serving) {
  const absl::MutexLock lock(&mutex_);
  is_serving_ = is_serving && !is_stopped_;
}

void HealthService::Stop() {
  const absl::MutexLock lock(&mutex_);
  is_serving_ = false;
  is_stopped_ = true;
}

grpc::Status HealthService::Check(grpc::ServerContext*, const Request* request,
                                  Response* response) {
  if (!IsKnown(request->service())) {
    return {grpc::StatusCode::NOT_FOUND,
            absl::StrCat("service: unknown; ask for \"", v1::AssistantService::service_full_name(),
                         "\" or leave it empty")};
  }
  const absl::MutexLock lock(&mutex_);
  response->set_status(StatusOf(true, is_serving_));
  return grpc::Status::OK;
}

grpc::Status HealthService::Watch(grpc::ServerContext* context, const Request* request,
                                  grpc::ServerWriter<Response>* writer) {
  {
    const absl::MutexLock lock(&mutex_);
    if (watches_ == limits::kMostHealthWatches) {
      return {grpc::StatusCode::RESOURCE_EXHAUSTED,
              absl::StrCat(limits::kMostHealthWatches,
                           " clients watch already, which is the limit; use Check")};
    }
    ++watches_;
  }
  grpc::Status ended = SendChanges(*context, IsKnown(request->service()), *writer);
  const absl::MutexLock lock(&mutex_);
  --watches_;
  return ended;
}

grpc::Status HealthService::SendChanges(const grpc::ServerContext& context, bool is_known,
                                        grpc::ServerWriter<Response>& writer) {
  Response sent;
  Response now;
  bool is_stopped = false;
  const auto has_changed = [&]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    now.set_status(StatusOf(is_known, is_serving_));
    is_stopped = is_stopped_;
    return is_stopped || now.status() != sent.status();
  };
  while (!is_stopped) {
    {
      const absl::MutexLock lock(&mutex_);
      mutex_.AwaitWithTimeout(absl::Condition(&has_changed),
                              absl::Milliseconds(limits::kHealthWatchMilliseconds));
    }
    if (context.IsCancelled()) return grpc::Status::CANCELLED;
    if (now.status() != sent.status() && !writer.Write(now)) return grpc::Status::CANCELLED;
    sent = now;
  }
  return {grpc::StatusCode::UNAVAILABLE, "the service stops; watch another"};
}

}  // namespace charley::rpc
