#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/escaping.h"
#include "service/web/grpc_web_frames.h"
#include "service/web/wire_protocols.h"

namespace charley::web {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Pair;

constexpr char kAsk[] = "/charley.v1.AssistantService/Ask";
constexpr ContentType kBinary{Protocol::kGrpcWeb, Codec::kProto};
constexpr ContentType kText{Protocol::kGrpcWebText, Codec::kProto};

HttpRequest Post(std::string body, Headers headers = {}) {
  return {"POST", kAsk, std::move(headers), std::move(body)};
}

std::string Framed(absl::string_view message, uint8_t flags = 0) {
  std::string body;
  AppendFrame(flags, message, body);
  return body;
}

TEST(GrpcWebRequest, TakesTheOneMessage) {
  const DecodedCall decoded = DecodeCall(Post(Framed("abc"), {{"grpc-timeout", "5S"}}), kBinary);
  ASSERT_EQ(decoded.failure.code, Code::kOk);
  EXPECT_EQ(decoded.call.message, "abc");
  EXPECT_EQ(*decoded.call.timeout, absl::Seconds(5));
}

TEST(GrpcWebRequest, TextIsTheSameInBase64) {
  EXPECT_EQ(DecodeCall(Post(absl::Base64Escape(Framed("abc"))), kText).call.message, "abc");
}

TEST(GrpcWebRequest, RefusesWhatIsNotOneUncompressedMessage) {
  EXPECT_EQ(DecodeCall(Post(""), kBinary).failure.code, Code::kUnimplemented);
  EXPECT_EQ(DecodeCall(Post(Framed("a") + Framed("b")), kBinary).failure.code,
            Code::kUnimplemented);
  EXPECT_EQ(DecodeCall(Post(Framed("a", kCompressedFlag)), kBinary).failure.code, Code::kInternal);
  EXPECT_EQ(DecodeCall(Post(Framed("a"), {{"grpc-encoding", "gzip"}}), kBinary).failure.code,
            Code::kUnimplemented);
  EXPECT_EQ(DecodeCall(Post("\x01"), kBinary).failure.code, Code::kInvalidArgument);
  EXPECT_EQ(DecodeCall(Post("%%%"), kText).failure.code, Code::kInvalidArgument);
  EXPECT_EQ(DecodeCall(Post(Framed("a"), {{"grpc-timeout", "x"}}), kBinary).failure.code,
            Code::kInvalidArgument);
}

// Golden vector: message, then status in the last frame and nowhere else.
TEST(GrpcWebResponse, TheStatusStandsInTheLastFrameAlone) {
  RpcResult result;
  result.message = "abc";
  result.trailers = {{"x-b", "2"}};
  const HttpResponse response = EncodeResult(result, kAsk, kBinary);
  EXPECT_EQ(response.status, 200);
  EXPECT_FALSE(HasHeader(response.headers, "grpc-status"));
  EXPECT_EQ(response.body, absl::HexStringToBytes("0000000003616263"
                                                  "8000000018") +
                               "grpc-status: 0\r\nx-b: 2\r\n");
}

TEST(GrpcWebResponse, AnErrorHasNoMessageFrameAndEscapesItsText) {
  RpcResult result;
  result.code = Code::kInvalidArgument;
  result.error = "100%\n";
  const HttpResponse response = EncodeResult(result, kAsk, kBinary);
  const auto frames = ParseFrames(response.body);
  ASSERT_EQ(frames->size(), 1u);
  EXPECT_EQ((*frames)[0].flags, kTrailersFlag);
  EXPECT_EQ((*frames)[0].payload, "grpc-status: 3\r\ngrpc-message: 100%25%0A\r\n");
}

TEST(GrpcWebResponse, TextIsOneBase64Body) {
  RpcResult result;
  result.message = "abc";
  const HttpResponse response = EncodeResult(result, kAsk, kText);
  EXPECT_THAT(response.headers, Contains(Pair("content-type", "application/grpc-web-text+proto")));
  EXPECT_EQ(*DecodeTextBody(response.body), EncodeResult(result, kAsk, kBinary).body);
}

TEST(GrpcWebResponse, DetailsTravelAsABinaryTrailer) {
  RpcResult result;
  result.code = Code::kNotFound;
  result.details = std::string("\x08\x05", 2);
  EXPECT_THAT(EncodeResult(result, kAsk, kBinary).body,
              HasSubstr("grpc-status-details-bin: CAU\r\n"));
}

}  // namespace
}  // namespace charley::web
