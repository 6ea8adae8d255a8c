// The service that the conformance suite calls.

#ifndef CHARLEY_TESTS_CONFORMANCE_REFERENCE_SERVICE_H_
#define CHARLEY_TESTS_CONFORMANCE_REFERENCE_SERVICE_H_

#include "connectrpc/conformance/v1/service.grpc.pb.h"

namespace charley::conformance {

// Answers unary calls as each request asks: data or error, headers, trailers, a delay, and an echo
// of what arrived. Streams and Unimplemented stay unimplemented. Thread-safe.
class ReferenceService final : public connectrpc::conformance::v1::ConformanceService::Service {
 public:
  grpc::Status Unary(grpc::ServerContext* context,
                     const connectrpc::conformance::v1::UnaryRequest* request,
                     connectrpc::conformance::v1::UnaryResponse* response) override;
  grpc::Status IdempotentUnary(
      grpc::ServerContext* context,
      const connectrpc::conformance::v1::IdempotentUnaryRequest* request,
      connectrpc::conformance::v1::IdempotentUnaryResponse* response) override;
};

}  // namespace charley::conformance

#endif  // CHARLEY_TESTS_CONFORMANCE_REFERENCE_SERVICE_H_
