// A server that does no work: it answers every Ask with the same bytes. What Charley is measured
// against. It is linked as charleyd is, with the same allocator and the same settings of the
// process, so that the work alone makes the difference; gRPC's own settings are the defaults.
//
//   fixed_reply_server REPLY      REPLY: a file with an encoded AskResponse
//
// Prints "ready grpc=HOST:PORT" and serves until it is killed.

#include <grpcpp/server.h>
#include <grpcpp/server_builder.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "charley/v1/assistant.grpc.pb.h"
#include "service/server/process.h"

namespace {

// Takes and gives bytes, so that nothing is decoded or encoded.
class FixedReply final : public charley::v1::AssistantService::WithRawCallbackMethod_Ask<
                             charley::v1::AssistantService::Service> {
 public:
  explicit FixedReply(const std::string& reply) {
    const grpc::Slice slice(reply);
    reply_ = grpc::ByteBuffer(&slice, 1);
  }

  grpc::ServerUnaryReactor* Ask(grpc::CallbackServerContext* context, const grpc::ByteBuffer*,
                                grpc::ByteBuffer* response) override {
    *response = reply_;  // shares the bytes
    grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
    reactor->Finish(grpc::Status::OK);
    return reactor;
  }

 private:
  grpc::ByteBuffer reply_;
};

}  // namespace

int main(int argc, char** argv) {
  std::ifstream file(argc == 2 ? argv[1] : "", std::ios::binary);
  if (!file) {
    std::cerr << "usage: fixed_reply_server REPLY\n";
    return 2;
  }
  charley::server::PrepareProcess();
  FixedReply service(std::string(std::istreambuf_iterator<char>(file), {}));
  grpc::ServerBuilder builder;
  int port = 0;
  builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port);
  builder.RegisterService(&service);
  const auto server = builder.BuildAndStart();
  if (server == nullptr) return 1;
  std::cout << "ready grpc=127.0.0.1:" << port << std::endl;
  server->Wait();
  return 0;
}
