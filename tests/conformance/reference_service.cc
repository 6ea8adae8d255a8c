#include "reference_service.h"

#include <grpcpp/grpcpp.h>

#include <chrono>
#include <map>
#include <string>
#include <thread>

#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "absl/strings/match.h"
#include "google/rpc/status.pb.h"

namespace charley::conformance {
namespace {

using connectrpc::conformance::v1::ConformancePayload;
using connectrpc::conformance::v1::Header;
using connectrpc::conformance::v1::UnaryResponseDefinition;

bool IsBinary(const std::string& name) { return absl::EndsWith(name, "-bin"); }

// The suite writes values of "-bin" keys as they stand in HTTP: in base64.
std::string FromSuite(const std::string& name, const std::string& value) {
  std::string bytes;
  return IsBinary(name) && absl::Base64Unescape(value, &bytes) ? bytes : value;
}

std::string ToSuite(const std::string& name, const std::string& value) {
  return IsBinary(name) ? absl::Base64Escape(value) : value;
}

template <typename Request>
ConformancePayload::RequestInfo Echo(const grpc::ServerContext& context, const Request& request) {
  ConformancePayload::RequestInfo info;
  std::map<std::string, Header*> headers;
  for (const auto& [key, value] : context.client_metadata()) {
    const std::string name(key.data(), key.size());
    Header*& header = headers[name];
    if (header == nullptr) header = info.add_request_headers();
    header->set_name(name);
    header->add_value(ToSuite(name, std::string(value.data(), value.size())));
  }
  const auto left = context.deadline() - std::chrono::system_clock::now();
  const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(left).count();
  if (context.deadline() != std::chrono::system_clock::time_point::max() &&
      milliseconds < 1000L * 86400 * 365) {
    info.set_timeout_ms(milliseconds);
  }
  info.add_requests()->PackFrom(request);
  return info;
}

grpc::Status ToStatus(const connectrpc::conformance::v1::Error& error,
                      const ConformancePayload::RequestInfo& info) {
  google::rpc::Status status;
  status.set_code(static_cast<int>(error.code()));
  status.set_message(error.message());
  *status.mutable_details() = error.details();
  status.add_details()->PackFrom(info);
  return {static_cast<grpc::StatusCode>(error.code()), error.message(), status.SerializeAsString()};
}

template <typename Request, typename Response>
grpc::Status Answer(grpc::ServerContext* context, const Request& request, Response* response) {
  const UnaryResponseDefinition& wanted = request.response_definition();
  const ConformancePayload::RequestInfo info = Echo(*context, request);
  for (const Header& header : wanted.response_headers()) {
    for (const std::string& value : header.value()) {
      context->AddInitialMetadata(absl::AsciiStrToLower(header.name()),
                                  FromSuite(header.name(), value));
    }
  }
  for (const Header& header : wanted.response_trailers()) {
    for (const std::string& value : header.value()) {
      context->AddTrailingMetadata(absl::AsciiStrToLower(header.name()),
                                   FromSuite(header.name(), value));
    }
  }
  std::this_thread::sleep_for(std::chrono::milliseconds(wanted.response_delay_ms()));
  if (wanted.has_error()) return ToStatus(wanted.error(), info);
  response->mutable_payload()->set_data(wanted.response_data());
  *response->mutable_payload()->mutable_request_info() = info;
  return grpc::Status::OK;
}

}  // namespace

grpc::Status ReferenceService::Unary(grpc::ServerContext* context,
                                     const connectrpc::conformance::v1::UnaryRequest* request,
                                     connectrpc::conformance::v1::UnaryResponse* response) {
  return Answer(context, *request, response);
}

grpc::Status ReferenceService::IdempotentUnary(
    grpc::ServerContext* context,
    const connectrpc::conformance::v1::IdempotentUnaryRequest* request,
    connectrpc::conformance::v1::IdempotentUnaryResponse* response) {
  return Answer(context, *request, response);
}

}  // namespace charley::conformance
