// A message gets the same reply through every door, tried over the compiled cramps pack with the
// messages that its triage was trained on.

#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "google/protobuf/util/json_util.h"
#include "knowledge/labelled_messages.h"
#include "tests/server/server_fixture.h"
#include "tests/web/raw_client.h"

namespace charley::server {
namespace {

using knowledge::LabelledMessages;

constexpr char kTraining[] = "knowledge/cramps/training/triage";
constexpr int kStep = 5;  // every fifth message: over a thousand of each kind

LabelledMessages TrainingMessages() {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(kTraining)) {
    if (entry.path().extension() == ".jsonl") paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  LabelledMessages messages;
  for (const std::string& path : paths) {
    EXPECT_TRUE(knowledge::AppendLabelledMessages(path, messages).ok()) << path;
  }
  return messages;
}

v1::AskRequest RequestOf(const knowledge::v1::LabelledMessage& message) {
  v1::AskRequest request;
  request.set_question(message.question());
  for (const std::string& earlier : message.earlier()) request.add_earlier(earlier);
  return request;
}

// The body of an HTTP response.
std::string BodyOf(const std::string& response) {
  const size_t end = response.find("\r\n\r\n");
  return end == std::string::npos ? "" : response.substr(end + 4);
}

std::string Frame(const std::string& message) {
  std::string frame(1, '\0');
  for (const int shift : {24, 16, 8, 0}) frame += static_cast<char>(message.size() >> shift & 0xFF);
  return frame + message;
}

// The message of the first frame.
std::string Unframed(const std::string& frames) {
  if (frames.size() < 5) return "";
  size_t size = 0;
  for (size_t i = 1; i < 5; ++i) size = size << 8 | static_cast<unsigned char>(frames[i]);
  return frames.substr(5, size);
}

// A gRPC-Web text body is base64 in pieces, each padded by itself.
std::string FromBase64Pieces(const std::string& text) {
  std::string bytes;
  for (size_t i = 0; i + 4 <= text.size(); i += 4) {
    std::string piece;
    if (!absl::Base64Unescape(text.substr(i, 4), &piece)) return "";
    bytes += piece;
  }
  return bytes;
}

class DoorsTest : public ServerTest {
 protected:
  DoorsTest() {
    const char* path = std::getenv("CHARLEY_PACK");
    options_.pack_path = path == nullptr ? "" : path;
    options_.http.address = "127.0.0.1:0";
    options_.log_level = LogLevel::kError;
    Start();
    web_ = std::make_unique<web::RawClient>(server_->http_address());
  }

  std::string Post(const std::string& type, const std::string& body) {
    web_->Send(absl::StrCat("POST /charley.v1.AssistantService/Ask HTTP/1.1\r\nHost: h\r\n",
                            "Content-Type: ", type, "\r\nContent-Length: ", body.size(), "\r\n\r\n",
                            body));
    return BodyOf(web_->ReadResponse());
  }

  v1::AskResponse ByGrpc(const v1::AskRequest& request) {
    grpc::ClientContext context;
    v1::AskResponse response;
    EXPECT_TRUE(NewStub()->Ask(&context, request, &response).ok());
    return response;
  }
  v1::AskResponse ByConnectJson(const v1::AskRequest& request) {
    std::string json;
    EXPECT_TRUE(google::protobuf::util::MessageToJsonString(request, &json).ok());
    v1::AskResponse response;
    EXPECT_TRUE(
        google::protobuf::util::JsonStringToMessage(Post("application/json", json), &response)
            .ok());
    return response;
  }
  static v1::AskResponse Parsed(const std::string& bytes) {
    v1::AskResponse response;
    EXPECT_TRUE(response.ParseFromString(bytes));
    return response;
  }
  v1::AskResponse ByConnect(const v1::AskRequest& request) {
    return Parsed(Post("application/proto", request.SerializeAsString()));
  }
  v1::AskResponse ByGrpcWeb(const v1::AskRequest& request) {
    return Parsed(Unframed(Post("application/grpc-web+proto", Frame(request.SerializeAsString()))));
  }
  v1::AskResponse ByGrpcWebText(const v1::AskRequest& request) {
    const std::string text = absl::Base64Escape(Frame(request.SerializeAsString()));
    return Parsed(Unframed(FromBase64Pieces(Post("application/grpc-web-text+proto", text))));
  }

  std::unique_ptr<web::RawClient> web_;
};

TEST_F(DoorsTest, TheLevelAndTheReplyAreTheSameThroughEveryDoor) {
  const LabelledMessages messages = TrainingMessages();
  size_t urgent = 0, others = 0;
  for (int i = 0; i < messages.size(); i += kStep) {
    const v1::AskRequest request = RequestOf(messages[i]);
    const v1::AskResponse native = ByGrpc(request);
    ++(native.has_escalation() ? urgent : others);
    const std::string bytes = native.SerializeAsString();
    EXPECT_EQ(bytes, ByConnectJson(request).SerializeAsString()) << messages[i].id();
    EXPECT_EQ(bytes, ByConnect(request).SerializeAsString()) << messages[i].id();
    EXPECT_EQ(bytes, ByGrpcWeb(request).SerializeAsString()) << messages[i].id();
    EXPECT_EQ(bytes, ByGrpcWebText(request).SerializeAsString()) << messages[i].id();
  }
  EXPECT_GT(urgent, 1000u);
  EXPECT_GT(others, 1000u);
}

}  // namespace
}  // namespace charley::server
