#include "service/web/door.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "charley/v1/assistant.pb.h"
#include "tests/web/fake_backend.h"

namespace charley::web {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Pair;

constexpr char kAsk[] = "/charley.v1.AssistantService/Ask";

class DoorTest : public ::testing::Test {
 protected:
  DoorTest() : door_(Parts()) {}

  HttpResponse Send(const HttpRequest& request) {
    HttpResponse result;
    door_.Handle(request, [&](HttpResponse response) { result = std::move(response); });
    return result;
  }

  HttpResponse Ask(std::string body, Headers headers = {{"content-type", "application/json"}}) {
    return Send({"POST", kAsk, std::move(headers), std::move(body)});
  }

  FakeBackend backend_;
  bool ready_ = true;
  const v1::AskRequest keep_linked_;

 private:
  DoorParts Parts() {
    DoorParts parts;
    parts.backend = &backend_;
    parts.is_ready = [this] { return ready_; };
    parts.cors = Cors({"https://clinic.example"});
    return parts;
  }

  Door door_;
};

TEST_F(DoorTest, HandsACallToTheBackendAndItsAnswerBack) {
  v1::AskResponse answer;
  answer.set_pack_version("p@1");
  backend_.result.message = answer.SerializeAsString();
  const HttpResponse response = Ask(R"({"question":"why?"})");
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.body, R"({"packVersion":"p@1"})");
  EXPECT_THAT(response.headers, Contains(Pair("cache-control", "no-store")));
  ASSERT_EQ(backend_.calls().size(), 1u);
  EXPECT_EQ(backend_.calls()[0].method, kAsk);
}

TEST_F(DoorTest, AQuestionNeverStandsInAUrl) {
  const HttpResponse response = Send({"GET", kAsk, {}, ""});
  EXPECT_EQ(response.status, 405);
  EXPECT_THAT(response.headers, Contains(Pair("allow", "POST")));
  EXPECT_TRUE(backend_.calls().empty());
}

TEST_F(DoorTest, RefusesOtherContentTypesAndNamesThoseItTakes) {
  const HttpResponse response = Ask("question=why", {{"content-type", "text/plain"}});
  EXPECT_EQ(response.status, 415);
  EXPECT_THAT(response.headers, Contains(Pair("accept-post", HasSubstr("application/json"))));
}

TEST_F(DoorTest, RefusesAnOriginThatIsNotListedBeforeAnyWork) {
  EXPECT_EQ(
      Ask("{}", {{"content-type", "application/json"}, {"origin", "https://evil.example"}}).status,
      403);
  EXPECT_TRUE(backend_.calls().empty());
}

TEST_F(DoorTest, AListedOriginMayReadTheAnswer) {
  const HttpResponse response =
      Ask("{}", {{"content-type", "application/json"}, {"origin", "https://clinic.example"}});
  EXPECT_THAT(response.headers,
              Contains(Pair("access-control-allow-origin", "https://clinic.example")));
}

TEST_F(DoorTest, AMethodThatIsNotThereIs404ForConnect) {
  EXPECT_EQ(Send({"POST",
                  "/charley.v1.AssistantService/Nothing",
                  {{"content-type", "application/json"}},
                  "{}"})
                .status,
            404);
}

TEST_F(DoorTest, ProbesSayWhetherItLivesAndWhetherItIsReady) {
  EXPECT_EQ(Send({"GET", "/healthz", {}, ""}).status, 200);
  EXPECT_EQ(Send({"GET", "/readyz", {}, ""}).status, 200);
  ready_ = false;
  EXPECT_EQ(Send({"GET", "/healthz", {}, ""}).status, 200);
  EXPECT_EQ(Send({"GET", "/readyz", {}, ""}).status, 503);
}

TEST_F(DoorTest, EveryErrorHoldsTheEmergencyLineAndNoneThePatientsWords) {
  const std::string canary = "canary-7319";
  const HttpResponse responses[] = {
      Ask("{" + canary),
      Ask(canary, {{"content-type", canary}}),
      Ask(canary, {{"content-type", "application/grpc-web"}}),
      Ask("{}", {{"content-type", "application/json"}, {"origin", canary}}),
      Send({"GET", "/" + canary, {}, ""}),
      Send({"PATCH", "/" + canary, {}, canary}),
      Send({"POST", "/" + canary, {}, canary}),
      Send({"POST", "/a.B/" + canary, {{"content-type", "application/json"}}, canary}),
      Door::Refusal(400, "this is no HTTP/1.1 request")};
  for (const HttpResponse& response : responses) {
    const bool binary = response.status == 200;
    EXPECT_THAT(response.body, HasSubstr("call your local emergency number")) << response.status;
    EXPECT_THAT(response.body, ::testing::Not(HasSubstr(canary))) << response.status;
    for (const auto& [name, value] : response.headers) {
      EXPECT_THAT(value, ::testing::Not(HasSubstr(canary))) << name << binary;
    }
  }
}

TEST_F(DoorTest, ATooLargeBodyIsRefusedInTheCallersProtocol) {
  DoorParts parts;
  parts.backend = &backend_;
  const Door door(std::move(parts));
  const HttpResponse connect =
      door.RefuseTooLarge({"POST", kAsk, {{"content-type", "application/json"}}, ""});
  EXPECT_EQ(connect.status, 429);
  EXPECT_THAT(connect.body, HasSubstr("resource_exhausted"));
  const HttpResponse grpc_web =
      door.RefuseTooLarge({"POST", kAsk, {{"content-type", "application/grpc-web"}}, ""});
  EXPECT_EQ(grpc_web.status, 200);
  EXPECT_THAT(grpc_web.body, HasSubstr("grpc-status: 8"));
  EXPECT_EQ(door.RefuseTooLarge({"POST", "/x", {}, ""}).status, 413);
}

}  // namespace
}  // namespace charley::web
