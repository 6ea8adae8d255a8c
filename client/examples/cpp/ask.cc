// Asks Charley one question over gRPC: ask HOST:PORT QUESTION

#include <grpcpp/grpcpp.h>

#include <chrono>
#include <iostream>

#include "charley/v1/assistant.grpc.pb.h"

namespace {

void Print(const charley::v1::AskResponse& reply) {
  // An escalation comes alone: show it first, and nothing beside it.
  if (reply.has_escalation()) {
    std::cout << reply.escalation().headline() << ". " << reply.escalation().action() << "\n";
  } else if (reply.has_answer()) {
    std::cout << reply.answer().title() << " " << reply.answer().text() << "\n";
    for (const auto& citation : reply.answer().citations()) {
      std::cout << "  " << citation.title() << ", " << citation.publisher() << ", paragraph "
                << citation.paragraph() << "\n";
    }
  } else {
    std::cout << reply.not_covered().text() << reply.clarification().prompt()
              << reply.small_talk().text() << "\n";
  }
  std::cout << reply.safety_net() << "\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: ask HOST:PORT QUESTION\n";
    return 2;
  }
  const auto channel = grpc::CreateChannel(argv[1], grpc::InsecureChannelCredentials());
  const auto assistant = charley::v1::AssistantService::NewStub(channel);
  charley::v1::AskRequest request;
  request.set_question(argv[2]);
  request.set_region("GB");
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(5));
  charley::v1::AskResponse reply;
  const grpc::Status status = assistant->Ask(&context, request, &reply);
  if (!status.ok()) {
    std::cerr << status.error_message() << "\n";
    return 1;
  }
  Print(reply);
  return 0;
}
