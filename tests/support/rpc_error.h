// What a failed call carries, decoded.

#ifndef CHARLEY_TESTS_SUPPORT_RPC_ERROR_H_
#define CHARLEY_TESTS_SUPPORT_RPC_ERROR_H_

#include <grpcpp/support/status.h>

#include <string>

namespace charley::testing {

// The details of an error; parts that it lacks are empty.
struct RpcError {
  grpc::StatusCode code = grpc::StatusCode::OK;
  std::string message;
  std::string reason;         // ErrorInfo
  std::string domain;         // ErrorInfo
  std::string field;          // first violation of BadRequest
  std::string description;    // first violation of BadRequest
  std::string resource_type;  // ResourceInfo
};

// Decodes a status. Fails the test when it is an error whose details do not say the same code and
// message as the status itself.
RpcError Decode(const grpc::Status& status);

// Fails the test unless the error keeps what the contract promises of every error: ErrorInfo with
// the domain "charley.v1" and a reason in upper snake case, and a message that ends with the safe
// line.
void ExpectKeepsContract(const RpcError& error);

}  // namespace charley::testing

#endif  // CHARLEY_TESTS_SUPPORT_RPC_ERROR_H_
