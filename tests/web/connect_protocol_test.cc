#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "charley/v1/assistant.pb.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "service/web/wire_protocols.h"

namespace charley::web {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Pair;

constexpr char kAsk[] = "/charley.v1.AssistantService/Ask";
constexpr ContentType kJson{Protocol::kConnect, Codec::kJson};
constexpr ContentType kProto{Protocol::kConnect, Codec::kProto};

HttpRequest Post(std::string body, Headers headers = {}) {
  return {"POST", kAsk, std::move(headers), std::move(body)};
}

TEST(ConnectRequest, DecodesJsonTimeoutAndMetadata) {
  const DecodedCall decoded = DecodeCall(
      Post(R"({"question":"why?"})", {{"connect-timeout-ms", "250"}, {"x-trace", "1"}}), kJson);
  ASSERT_EQ(decoded.failure.code, Code::kOk);
  v1::AskRequest request;
  ASSERT_TRUE(request.ParseFromString(decoded.call.message));
  EXPECT_EQ(request.question(), "why?");
  EXPECT_EQ(decoded.call.method, kAsk);
  EXPECT_EQ(*decoded.call.timeout, absl::Milliseconds(250));
  EXPECT_THAT(decoded.call.metadata, Contains(Pair("x-trace", "1")));
}

TEST(ConnectRequest, TakesProtoBytesAsTheyStand) {
  EXPECT_EQ(DecodeCall(Post("\x0a\x01?"), kProto).call.message, "\x0a\x01?");
}

TEST(ConnectRequest, RefusesWhatItCannotRead) {
  EXPECT_EQ(DecodeCall(Post("{"), kJson).failure.code, Code::kInvalidArgument);
  EXPECT_EQ(DecodeCall(Post("{}", {{"connect-timeout-ms", "soon"}}), kJson).failure.code,
            Code::kInvalidArgument);
  EXPECT_EQ(DecodeCall(Post("{}", {{"connect-protocol-version", "2"}}), kJson).failure.code,
            Code::kInvalidArgument);
  EXPECT_EQ(DecodeCall(Post("{}", {{"content-encoding", "gzip"}}), kJson).failure.code,
            Code::kUnimplemented);
}

TEST(ConnectRequest, DoesNoWorkWhenTheDeadlineIsOverOnArrival) {
  EXPECT_EQ(DecodeCall(Post("{}", {{"connect-timeout-ms", "0"}}), kJson).failure.code,
            Code::kDeadlineExceeded);
}

TEST(ConnectRequest, EveryRefusalCarriesTheEmergencyLine) {
  EXPECT_THAT(DecodeCall(Post("{"), kJson).failure.error,
              HasSubstr("call your local emergency number"));
}

TEST(ConnectResponse, PutsTrailersIntoPrefixedFields) {
  RpcResult result;
  result.headers = {{"x-a", "1"}};
  result.trailers = {{"x-b", "2"}};
  const HttpResponse response = EncodeResult(result, kAsk, kProto);
  EXPECT_EQ(response.status, 200);
  EXPECT_THAT(response.headers, Contains(Pair("x-a", "1")));
  EXPECT_THAT(response.headers, Contains(Pair("trailer-x-b", "2")));
  EXPECT_THAT(response.headers, Contains(Pair("content-type", "application/proto")));
}

TEST(ConnectResponse, AnErrorIsJsonWithItsDetails) {
  google::rpc::ErrorInfo info;
  info.set_reason("QUESTION_EMPTY");
  google::rpc::Status status;
  status.add_details()->PackFrom(info);
  RpcResult result;
  result.code = Code::kInvalidArgument;
  result.error = "question is empty";
  result.details = status.SerializeAsString();
  const HttpResponse response = EncodeResult(result, kAsk, kProto);
  EXPECT_EQ(response.status, 400);
  EXPECT_THAT(response.headers, Contains(Pair("content-type", "application/json")));
  const auto error = nlohmann::json::parse(response.body);
  EXPECT_EQ(error["code"], "invalid_argument");
  EXPECT_EQ(error["message"], "question is empty");
  EXPECT_EQ(error["details"][0]["type"], "google.rpc.ErrorInfo");
  EXPECT_THAT(error["details"][0]["value"].get<std::string>(), ::testing::Not(HasSubstr("=")));
}

TEST(ConnectResponse, AMessageThatIsNoUtf8StillMakesValidJson) {
  RpcResult result;
  result.code = Code::kInternal;
  result.error = "\xFF";
  EXPECT_TRUE(nlohmann::json::accept(EncodeResult(result, kAsk, kJson).body));
}

}  // namespace
}  // namespace charley::web
