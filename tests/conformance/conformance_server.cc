// Serves the reference service through the web door, as the conformance runner asks on standard
// input.

#include <grpcpp/grpcpp.h>
#include <signal.h>

#include <algorithm>
#include <cstdint>
#include <iostream>
#include <memory>
#include <string>

#include "absl/strings/numbers.h"
#include "connectrpc/conformance/v1/server_compat.pb.h"
#include "reference_service.h"
#include "service/web/door.h"
#include "service/web/grpc_backend.h"
#include "service/web/http_server.h"

namespace charley::conformance {
namespace {

using connectrpc::conformance::v1::ServerCompatRequest;
using connectrpc::conformance::v1::ServerCompatResponse;

constexpr size_t kUnlimited = size_t{64} << 20;

// Messages of the runner: four bytes of length, big-endian, then the message.
bool ReadRequest(ServerCompatRequest& request) {
  unsigned char prefix[4];
  if (!std::cin.read(reinterpret_cast<char*>(prefix), sizeof(prefix))) return false;
  uint32_t size = 0;
  for (const unsigned char byte : prefix) size = (size << 8) | byte;
  std::string bytes(size, '\0');
  if (!std::cin.read(bytes.data(), size)) return false;
  return request.ParseFromString(bytes);
}

void WriteResponse(const ServerCompatResponse& response) {
  const std::string bytes = response.SerializeAsString();
  for (int shift = 24; shift >= 0; shift -= 8) {
    std::cout.put(static_cast<char>(static_cast<uint8_t>(bytes.size() >> shift)));
  }
  std::cout << bytes << std::flush;
}

int Serve() {
  ServerCompatRequest request;
  if (!ReadRequest(request)) return 1;
  // Before any thread starts, so that all of them inherit it.
  sigset_t ending;
  sigemptyset(&ending);
  sigaddset(&ending, SIGTERM);
  sigaddset(&ending, SIGINT);
  pthread_sigmask(SIG_BLOCK, &ending, nullptr);
  ReferenceService service;
  grpc::ServerBuilder builder;
  builder.RegisterService(&service);
  const uint32_t limit = request.message_receive_limit();
  builder.SetMaxReceiveMessageSize(limit == 0 ? -1 : static_cast<int>(limit));
  const std::unique_ptr<grpc::Server> server = builder.BuildAndStart();
  web::GrpcBackend backend(server->InProcessChannel(grpc::ChannelArguments()));
  web::DoorParts parts;
  parts.backend = &backend;
  parts.is_ready = [] { return true; };
  const web::Door door(std::move(parts));
  web::HttpLimits limits = web::DefaultHttpLimits();
  limits.body_bytes = kUnlimited;
  auto http = web::HttpServer::Start("127.0.0.1:0", door, limits);
  if (!http.ok()) return 1;
  const std::string address = (*http)->address();
  ServerCompatResponse response;
  response.set_host("127.0.0.1");
  uint32_t port = 0;
  if (!absl::SimpleAtoi(address.substr(address.rfind(':') + 1), &port)) return 1;
  response.set_port(port);
  WriteResponse(response);
  int signal = 0;
  sigwait(&ending, &signal);  // the runner ends the server by SIGTERM
  (*http)->Stop();
  server->Shutdown();
  return 0;
}

}  // namespace
}  // namespace charley::conformance

int main() { return charley::conformance::Serve(); }
