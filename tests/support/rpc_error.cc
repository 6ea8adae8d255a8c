#include "tests/support/rpc_error.h"

#include <gmock/gmock.h>
#include <google/rpc/error_details.pb.h>
#include <google/rpc/status.pb.h>
#include <grpcpp/support/error_details.h>

namespace charley::testing {

RpcError Decode(const grpc::Status& status) {
  RpcError error;
  error.code = status.error_code();
  error.message = status.error_message();
  if (status.ok()) return error;
  google::rpc::Status details;
  EXPECT_TRUE(grpc::ExtractErrorDetails(status, &details).ok()) << status.error_message();
  EXPECT_EQ(details.code(), static_cast<int>(error.code));
  EXPECT_EQ(details.message(), error.message);
  for (const auto& any : details.details()) {
    google::rpc::ErrorInfo info;
    google::rpc::BadRequest request;
    google::rpc::ResourceInfo resource;
    if (any.UnpackTo(&info)) {
      error.reason = info.reason();
      error.domain = info.domain();
    } else if (any.UnpackTo(&request) && request.field_violations_size() > 0) {
      error.field = request.field_violations(0).field();
      error.description = request.field_violations(0).description();
    } else if (any.UnpackTo(&resource)) {
      error.resource_type = resource.resource_type();
    }
  }
  return error;
}

void ExpectKeepsContract(const RpcError& error) {
  EXPECT_EQ(error.domain, "charley.v1");
  EXPECT_THAT(error.reason, ::testing::MatchesRegex("[A-Z][A-Z0-9_]{2,62}"));
  EXPECT_THAT(error.message, ::testing::EndsWith(
                                 "If this may be an emergency, call your local emergency number."));
}

}  // namespace charley::testing
