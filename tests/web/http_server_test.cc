#include "service/web/http_server.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "charley/v1/assistant.pb.h"
#include "tests/web/fake_backend.h"
#include "tests/web/raw_client.h"

namespace charley::web {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string Post(absl::string_view body, absl::string_view more = "") {
  return absl::StrCat("POST /charley.v1.AssistantService/Ask HTTP/1.1\r\nHost: h\r\n",
                      "Content-Type: application/json\r\nContent-Length: ", body.size(), "\r\n",
                      more, "\r\n", body);
}

class HttpServerTest : public ::testing::Test {
 protected:
  void Start(HttpLimits limits = DefaultHttpLimits()) {
    DoorParts parts;
    parts.backend = &backend_;
    parts.is_ready = [] { return true; };
    door_ = std::make_unique<Door>(std::move(parts));
    auto server = HttpServer::Start("127.0.0.1:0", *door_, limits);
    ASSERT_TRUE(server.ok()) << server.status().message();
    server_ = *std::move(server);
  }
  void TearDown() override {
    if (server_ != nullptr) server_->Stop();
  }

  FakeBackend backend_;
  std::unique_ptr<Door> door_;
  std::unique_ptr<HttpServer> server_;
  const v1::AskRequest keep_linked_;
};

TEST_F(HttpServerTest, KeepsAConnectionForSeveralRequests) {
  Start();
  RawClient client(server_->address());
  for (int i = 0; i < 3; ++i) {
    ASSERT_TRUE(client.Send(Post("{}")));
    EXPECT_THAT(client.ReadResponse(), StartsWith("HTTP/1.1 200"));
  }
  EXPECT_EQ(backend_.calls().size(), 3u);
}

TEST_F(HttpServerTest, AnswersPipelinedRequestsInOrder) {
  Start();
  RawClient client(server_->address());
  ASSERT_TRUE(client.Send(
      "GET /healthz HTTP/1.1\r\nHost: h\r\n\r\nGET /nothing HTTP/1.1\r\nHost: h\r\n\r\n"));
  EXPECT_THAT(client.ReadResponse(), StartsWith("HTTP/1.1 200"));
  EXPECT_THAT(client.ReadResponse(), StartsWith("HTTP/1.1 404"));
}

TEST_F(HttpServerTest, ClosesWhenTheClientAsks) {
  Start();
  RawClient client(server_->address());
  ASSERT_TRUE(client.Send(Post("{}", "Connection: close\r\n")));
  EXPECT_THAT(client.ReadResponse(), HasSubstr("200"));
  EXPECT_TRUE(client.IsClosedByServer());
}

TEST_F(HttpServerTest, AHeadRequestGetsTheFieldsAlone) {
  Start();
  RawClient client(server_->address());
  ASSERT_TRUE(client.Send("HEAD /healthz HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"));
  std::string all;
  all = client.ReadResponse();
  EXPECT_THAT(all, testing::AnyOf(testing::IsEmpty(), testing::Not(HasSubstr("\r\n\r\nok"))));
}

TEST_F(HttpServerTest, RefusesATooLargeHeaderAndBody) {
  Start();
  RawClient header(server_->address());
  ASSERT_TRUE(header.Send(Post("{}", absl::StrCat("X-A: ", std::string(9000, 'a'), "\r\n"))));
  EXPECT_THAT(header.ReadResponse(), StartsWith("HTTP/1.1 431"));
  RawClient body(server_->address());
  ASSERT_TRUE(body.Send(Post(std::string(100 * 1024, ' '))));
  EXPECT_THAT(body.ReadResponse(), HasSubstr("resource_exhausted"));
  EXPECT_TRUE(backend_.calls().empty());
}

TEST_F(HttpServerTest, RefusesWhatIsNoHttp) {
  Start();
  RawClient client(server_->address());
  ASSERT_TRUE(client.Send("\x16\x03\x01 hello\r\n\r\n"));
  EXPECT_THAT(client.ReadResponse(), StartsWith("HTTP/1.1 400"));
}

TEST_F(HttpServerTest, AClientThatLeavesCancelsItsCall) {
  backend_.HoldCalls();
  Start();
  RawClient client(server_->address());
  ASSERT_TRUE(client.Send(Post("{}")));
  backend_.held.WaitForNotification();
  client.Close();
  EXPECT_TRUE(backend_.cancelled.WaitForNotificationWithTimeout(absl::Seconds(10)));
}

TEST_F(HttpServerTest, CutsOffAClientThatSendsTooSlowly) {
  HttpLimits limits = DefaultHttpLimits();
  limits.read_timeout = absl::Milliseconds(50);
  Start(limits);
  RawClient client(server_->address());
  ASSERT_TRUE(client.Send("POST / HTTP/1.1\r\nHost:"));
  EXPECT_TRUE(client.IsClosedByServer());
}

TEST_F(HttpServerTest, ClosesAnIdleConnection) {
  HttpLimits limits = DefaultHttpLimits();
  limits.idle_timeout = absl::Milliseconds(50);
  Start(limits);
  RawClient client(server_->address());
  EXPECT_TRUE(client.IsClosedByServer());
}

TEST_F(HttpServerTest, TellsConnectionsBeyondTheLimitToComeBack) {
  HttpLimits limits = DefaultHttpLimits();
  limits.connections = 1;
  Start(limits);
  RawClient first(server_->address());
  ASSERT_TRUE(first.Send(Post("{}")));
  ASSERT_THAT(first.ReadResponse(), HasSubstr("200"));
  RawClient second(server_->address());
  EXPECT_THAT(second.ReadResponse(), StartsWith("HTTP/1.1 503"));
}

TEST_F(HttpServerTest, StopsWithIdleConnectionsOpen) {
  Start();
  RawClient client(server_->address());
  ASSERT_TRUE(client.Send(Post("{}")));
  ASSERT_THAT(client.ReadResponse(), HasSubstr("200"));
  server_->Stop();
  server_ = nullptr;
  EXPECT_TRUE(client.IsClosedByServer());
}

TEST(HttpServerAddress, SaysWhatIsWrongWithAnAddress) {
  const Door door{DoorParts()};
  for (const char* address : {"", "nowhere", "127.0.0.1", "127.0.0.1:99999", "example.org:80"}) {
    EXPECT_EQ(HttpServer::Start(address, door, DefaultHttpLimits()).status().code(),
              absl::StatusCode::kInvalidArgument)
        << address;
  }
}

}  // namespace
}  // namespace charley::web
