#include "service/web/grpc_web_frames.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "absl/strings/escaping.h"

namespace charley::web {
namespace {

std::string Bytes(absl::string_view hexadecimal) { return absl::HexStringToBytes(hexadecimal); }

// Golden vectors: written by hand from doc/PROTOCOL-WEB.md.
TEST(GrpcWebFrames, WritesThePrefixBigEndian) {
  std::string body;
  AppendFrame(0, "abc", body);
  AppendFrame(kTrailersFlag, "grpc-status: 0\r\n", body);
  EXPECT_EQ(body, Bytes("0000000003616263"
                        "8000000010677270632d7374617475733a20300d0a"));
}

TEST(GrpcWebFrames, WritesAllFourBytesOfALength) {
  std::string body;
  AppendFrame(0, std::string(0x01020304 & 0xFFFF, 'x'), body);
  EXPECT_EQ(body.substr(0, 5), Bytes("0000000304"));
}

TEST(GrpcWebFrames, ReadsSeveralFramesWithTheirFlags) {
  const std::string plain = Bytes("000000000161010000000262638000000000");
  const auto frames = ParseFrames(plain);
  ASSERT_TRUE(frames.ok());
  ASSERT_EQ(frames->size(), 3u);
  EXPECT_EQ((*frames)[0].payload, "a");
  EXPECT_EQ((*frames)[1].flags, kCompressedFlag);
  EXPECT_EQ((*frames)[1].payload, "bc");
  EXPECT_EQ((*frames)[2].flags, kTrailersFlag);
}

TEST(GrpcWebFrames, AnEmptyBodyHasNoFrames) { EXPECT_TRUE(ParseFrames("")->empty()); }

TEST(GrpcWebFrames, RefusesABodyThatEndsWithinAFrame) {
  for (const char* body : {"00", "00000000", "0000000002 61", "00ffffffff61"}) {
    std::string digits(body);
    digits.erase(std::remove(digits.begin(), digits.end(), ' '), digits.end());
    const auto frames = ParseFrames(Bytes(digits));
    EXPECT_EQ(frames.status().code(), absl::StatusCode::kInvalidArgument) << body;
  }
}

TEST(GrpcWebFrames, TextBodiesMayBePaddedInTheMiddle) {
  EXPECT_EQ(*DecodeTextBody("AAAAAAE=YQ=="), Bytes("0000000001") + "a");
  EXPECT_EQ(*DecodeTextBody("AAAAAAFh"), Bytes("0000000001") + "a");
  EXPECT_EQ(*DecodeTextBody(""), "");
}

TEST(GrpcWebFrames, RefusesATextBodyThatIsNoBase64) {
  EXPECT_FALSE(DecodeTextBody("no base64!").ok());
  EXPECT_FALSE(DecodeTextBody("=").ok());
}

}  // namespace
}  // namespace charley::web
