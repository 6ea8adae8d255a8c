// How long a patient waits for a service that has just been started: from before the start of the
// process to the first answered Ask.
//
//   first_answer RUNS CHARLEYD [ARGUMENT...]      the arguments must let it print its ready line
//
// Starts the service RUNS times, one after another, and prints a line for each: milliseconds to the
// ready line, and to the first answer. The client is up before the clock starts.

#include <grpc/grpc.h>
#include <grpcpp/create_channel.h>
#include <signal.h>

#include <iostream>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_format.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "charley/v1/assistant.grpc.pb.h"
#include "tests/server/child_process.h"

namespace {

// "ready grpc=HOST:PORT http=..."; empty when the line is another.
std::string GrpcAddress(const std::string& ready) {
  const std::string before = "ready grpc=";
  if (!absl::StartsWith(ready, before)) return "";
  return ready.substr(before.size(), ready.find(' ', before.size()) - before.size());
}

bool Ask(const std::string& address) {
  const auto stub = charley::v1::AssistantService::NewStub(
      grpc::CreateChannel(address, grpc::InsecureChannelCredentials()));
  charley::v1::AskRequest request;
  request.set_question("Why do I get cramps at night?");
  charley::v1::AskResponse response;
  grpc::ClientContext context;
  return stub->Ask(&context, request, &response).ok();
}

// One start. False: it did not come to an answer.
bool Measure(const std::vector<std::string>& command) {
  const absl::Time start = absl::Now();
  charley::testing::ChildProcess service(command, "/dev/null");
  const std::string address = GrpcAddress(service.ReadLine());
  const absl::Time ready = absl::Now();
  if (address.empty() || !Ask(address)) return false;
  const absl::Time answered = absl::Now();
  std::cout << absl::StrFormat("%.1f %.1f\n", absl::ToDoubleMilliseconds(ready - start),
                               absl::ToDoubleMilliseconds(answered - start));
  service.Signal(SIGTERM);
  return service.Wait() == 0;
}

}  // namespace

int main(int argc, char** argv) {
  int runs = 0;
  if (argc < 3 || !absl::SimpleAtoi(argv[1], &runs)) {
    std::cerr << "usage: first_answer RUNS CHARLEYD [ARGUMENT...]\n";
    return 2;
  }
  grpc_init();
  const std::vector<std::string> command(argv + 2, argv + argc);
  for (int run = 0; run < runs; ++run) {
    if (!Measure(command)) {
      std::cerr << command[0] << " did not answer\n";
      return 1;
    }
  }
  grpc_shutdown();
  return 0;
}
