// A server that does no work: it answers every Ask with the same bytes. What Charley is measured
// against. It is linked as charleyd is, with the same allocator and the same settings of the
// process, so that the work alone makes the difference; gRPC's own settings are the defaults.
//
//   fixed_reply_server REPLY [--queues]      REPLY: a file with an encoded AskResponse
//
// It answers when gRPC calls back, the plain way to write a server; with --queues it takes calls
// and sends replies as charleyd does, so that even the frame around the work is the same.
//
// Prints "ready grpc=HOST:PORT" and serves until it is killed.

#include <grpcpp/server.h>
#include <grpcpp/server_builder.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <utility>

#include "charley/v1/assistant.grpc.pb.h"
#include "service/rpc/call_queues.h"
#include "service/server/process.h"

namespace {

using charley::rpc::AnsweredCall;
using charley::rpc::ArrivedCall;
using charley::rpc::CallQueues;

// What answers calls, and its part in the life of a server.
class Answerer {
 public:
  virtual ~Answerer() = default;
  virtual void AddTo(grpc::ServerBuilder& builder) = 0;
  virtual void Start() {}
};

// Takes and gives bytes, so that nothing is decoded or encoded.
class FixedReply final : public Answerer,
                         public charley::v1::AssistantService::WithRawCallbackMethod_Ask<
                             charley::v1::AssistantService::Service> {
 public:
  explicit FixedReply(grpc::ByteBuffer reply) : reply_(std::move(reply)) {}

  void AddTo(grpc::ServerBuilder& builder) override { builder.RegisterService(this); }

  grpc::ServerUnaryReactor* Ask(grpc::CallbackServerContext* context, const grpc::ByteBuffer*,
                                grpc::ByteBuffer* response) override {
    *response = reply_;  // shares the bytes
    grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
    reactor->Finish(grpc::Status::OK);
    return reactor;
  }

 private:
  const grpc::ByteBuffer reply_;
};

class NoObserver final : public charley::rpc::CallObserver {
 public:
  void OnCalls(absl::Span<const charley::rpc::CallRecord>) override {}
};

class QueuedFixedReply final : public Answerer,
                               public charley::v1::AssistantService::WithRawMethod_Ask<
                                   charley::v1::AssistantService::Service> {
 public:
  explicit QueuedFixedReply(grpc::ByteBuffer reply)
      : reply_(std::move(reply)),
        calls_({admission_, observer_},
               {{charley::rpc::AskForCalls(*this, &QueuedFixedReply::RequestAsk),
                 [this](const ArrivedCall& call) {
                   *call.response = reply_;
                   return AnsweredCall{};
                 }}}) {}

  void AddTo(grpc::ServerBuilder& builder) override {
    builder.RegisterService(this);
    calls_.AddTo(builder, charley::rpc::AnsweringThreads());
  }
  void Start() override { calls_.Start(); }

 private:
  const grpc::ByteBuffer reply_;
  charley::rpc::Admission admission_;
  NoObserver observer_;
  CallQueues calls_;
};

}  // namespace

int main(int argc, char** argv) {
  const bool on_queues = argc == 3 && std::string(argv[2]) == "--queues";
  std::ifstream file(argc == 2 || on_queues ? argv[1] : "", std::ios::binary);
  if (!file) {
    std::cerr << "usage: fixed_reply_server REPLY [--queues]\n";
    return 2;
  }
  charley::server::PrepareProcess();
  const grpc::Slice slice(std::string(std::istreambuf_iterator<char>(file), {}));
  std::unique_ptr<Answerer> answerer;
  if (on_queues) {
    answerer = std::make_unique<QueuedFixedReply>(grpc::ByteBuffer(&slice, 1));
  } else {
    answerer = std::make_unique<FixedReply>(grpc::ByteBuffer(&slice, 1));
  }
  grpc::ServerBuilder builder;
  int port = 0;
  builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port);
  answerer->AddTo(builder);
  const auto server = builder.BuildAndStart();
  if (server == nullptr) return 1;
  answerer->Start();
  std::cout << "ready grpc=127.0.0.1:" << port << std::endl;
  server->Wait();
  return 0;
}
