// A marker in everything that a client can send appears in no line of the log, at any level.

#include <gmock/gmock.h>

#include "absl/strings/str_cat.h"
#include "service/answer/limits.h"
#include "tests/server/server_fixture.h"

namespace charley::server {
namespace {

using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr char kCanary[] = "zqcanary7xk";

class CanaryTest : public ServerTest {
 protected:
  void AskWith(const v1::AskRequest& request) {
    grpc::ClientContext context;
    context.AddMetadata("x-note", kCanary);
    v1::AskResponse response;
    NewStub()->Ask(&context, request, &response);
  }
  void AskWith(const std::string& question) {
    v1::AskRequest request;
    request.set_question(question);
    AskWith(request);
  }

  void SendEverything() {
    AskWith(kCanary);
    AskWith(absl::StrCat(testing::kChestPain, " ", kCanary));
    AskWith(absl::StrCat(kCanary, std::string(limits::kMostQuestionCodePoints, 'a')));
    AskWith(absl::StrCat(kCanary, std::string(limits::kMostMessageBytes, 'a')));
    AskWith(absl::StrCat(kCanary, std::string(limits::kMostReceivedMessageBytes, 'a')));
    v1::AskRequest request;
    request.set_question("why?");
    request.set_region(kCanary);
    for (size_t i = 0; i <= limits::kMostEarlierMessages; ++i) request.add_earlier(kCanary);
    AskWith(request);
    for (const char* method : {"Ask", "GetTopic", "GetSource", "RateAnswer", kCanary}) {
      const std::string path = absl::StrCat("/charley.v1.AssistantService/", method);
      Send(path, absl::StrCat("\x0a\x0b", kCanary));
      Send(path, absl::StrCat("\x0a\x0c", kCanary, "\xff"));
    }
  }
};

TEST_F(CanaryTest, IsInNoLineWithAPack) {
  testing::WriteTestPack(pack_);
  Start();
  SendEverything();
  server_->Stop();
  EXPECT_GE(collected_.Count("\"event\":\"call\""), 13u);
  EXPECT_THAT(collected_.lines(), Each(Not(HasSubstr(kCanary))));
}

TEST_F(CanaryTest, IsInNoLineWithoutAPack) {
  Start();
  SendEverything();
  server_->Stop();
  EXPECT_GE(collected_.Count("\"event\":\"call\""), 13u);
  EXPECT_THAT(collected_.lines(), Each(Not(HasSubstr(kCanary))));
}

}  // namespace
}  // namespace charley::server
