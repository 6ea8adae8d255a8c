// Asks a service real questions and keeps the bytes that travel, for load tools to send again.
//
//   capture_calls ADDR QUESTIONS.jsonl COUNT FOLDER
//
// Chooses COUNT questions, evenly spread over the lengths of their requests, and writes for each of
// them, from 1: N.message (the encoded AskRequest), N.frame (the same as a gRPC body) and N.reply
// (the encoded AskResponse). Prints a line for each: N, and the bytes of message and reply.

#include <google/protobuf/util/json_util.h>
#include <grpcpp/create_channel.h>
#include <grpcpp/generic/generic_stub.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/synchronization/notification.h"
#include "charley/v1/assistant.pb.h"

namespace {

// The encoded requests of a question set, the shortest first.
std::vector<std::string> ReadRequests(const std::string& path) {
  std::vector<std::string> requests;
  std::ifstream file(path);
  google::protobuf::util::JsonParseOptions options;
  options.ignore_unknown_fields = true;
  for (std::string line; std::getline(file, line);) {
    charley::v1::AskRequest request;
    if (google::protobuf::util::JsonStringToMessage(line, &request, options).ok()) {
      requests.push_back(request.SerializeAsString());
    }
  }
  std::stable_sort(requests.begin(), requests.end(),
                   [](const auto& a, const auto& b) { return a.size() < b.size(); });
  return requests;
}

// The middle one of each of `count` equal parts.
std::vector<std::string> SpreadEvenly(const std::vector<std::string>& sorted, size_t count) {
  std::vector<std::string> chosen;
  for (size_t i = 0; i < count; ++i) {
    chosen.push_back(sorted[(2 * i + 1) * sorted.size() / (2 * count)]);
  }
  return chosen;
}

// The bytes of the reply, or of nothing when the call failed.
std::string Ask(grpc::GenericStub& stub, const std::string& message) {
  const grpc::Slice slice(message);
  const grpc::ByteBuffer request(&slice, 1);
  grpc::ByteBuffer response;
  grpc::ClientContext context;
  absl::Notification done;
  stub.UnaryCall(&context, "/charley.v1.AssistantService/Ask", grpc::StubOptions(), &request,
                 &response, [&](const grpc::Status& status) {
                   if (!status.ok()) std::cerr << status.error_message() << "\n";
                   done.Notify();
                 });
  done.WaitForNotification();
  std::string bytes;
  std::vector<grpc::Slice> slices;
  if (!response.Valid() || !response.Dump(&slices).ok()) return bytes;
  for (const grpc::Slice& part : slices) {
    bytes.append(reinterpret_cast<const char*>(part.begin()), part.size());
  }
  return bytes;
}

// Uncompressed, with its length (big-endian): gRPC over HTTP/2, "Length-Prefixed-Message".
std::string Frame(const std::string& message) {
  std::string frame(1, '\0');
  for (const int shift : {24, 16, 8, 0}) frame += static_cast<char>(message.size() >> shift);
  return frame + message;
}

void Write(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

}  // namespace

int main(int argc, char** argv) {
  size_t count = 0;
  if (argc != 5 || !absl::SimpleAtoi(argv[3], &count)) {
    std::cerr << "usage: capture_calls ADDR QUESTIONS.jsonl COUNT FOLDER\n";
    return 2;
  }
  const std::vector<std::string> requests = ReadRequests(argv[2]);
  if (requests.size() < count) {
    std::cerr << argv[2] << " holds only " << requests.size() << " questions\n";
    return 1;
  }
  grpc::GenericStub stub(grpc::CreateChannel(argv[1], grpc::InsecureChannelCredentials()));
  int number = 0;
  for (const std::string& message : SpreadEvenly(requests, count)) {
    const std::string reply = Ask(stub, message);
    if (reply.empty()) return 1;
    const std::string base = absl::StrCat(argv[4], "/", ++number);
    Write(base + ".message", message);
    Write(base + ".frame", Frame(message));
    Write(base + ".reply", reply);
    std::cout << number << " " << message.size() << " " << reply.size() << "\n";
  }
  return 0;
}
