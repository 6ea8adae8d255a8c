// Asks Charley one question over gRPC: ask HOST:PORT QUESTION

#include <grpcpp/grpcpp.h>

#include <chrono>
#include <iostream>
#include <string>

#include "charley/v1/assistant.grpc.pb.h"

namespace {

void PrintLine(const std::string& line) {
  if (!line.empty()) std::cout << line << "\n";
}

void Print(const charley::v1::Answer& answer) {
  std::cout << answer.title() << " " << answer.text() << "\n";
  for (const auto& citation : answer.citations()) {
    std::cout << "  " << citation.title() << ", " << citation.publisher() << ", paragraph "
              << citation.paragraph() << "\n";
  }
}

void Print(const charley::v1::AskResponse& reply) {
  // An escalation comes alone: show it first, and nothing beside it.
  if (reply.has_escalation()) {
    std::cout << reply.escalation().headline() << ". " << reply.escalation().action() << "\n";
    PrintLine(reply.escalation().translated_action());
    return;
  }
  PrintLine(reply.clinician_advice().action());
  if (reply.has_answer()) Print(reply.answer());
  // A message that asks two things has a second answer, or a line that says what is left out.
  for (const auto& answer : reply.more_answers()) Print(answer);
  PrintLine(reply.left_out());
  PrintLine(reply.not_covered().translated_text());
  PrintLine(reply.not_covered().text());
  PrintLine(reply.clarification().prompt());
  for (const auto& option : reply.clarification().options()) PrintLine("  " + option.question());
  PrintLine(reply.small_talk().text());
  PrintLine(reply.safety_net());
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
