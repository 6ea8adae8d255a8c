#include "service/web/content_type.h"

#include <gtest/gtest.h>

namespace charley::web {
namespace {

TEST(ContentType, JsonAndProtoAreConnect) {
  EXPECT_EQ(ParseContentType("application/json")->protocol, Protocol::kConnect);
  EXPECT_EQ(ParseContentType("application/json")->codec, Codec::kJson);
  EXPECT_EQ(ParseContentType("application/proto")->codec, Codec::kProto);
}

TEST(ContentType, PassesOverParametersAndCase) {
  EXPECT_EQ(ParseContentType("Application/JSON; charset=utf-8")->codec, Codec::kJson);
}

TEST(ContentType, GrpcWebComesWithAndWithoutItsSubFormat) {
  for (const char* name : {"application/grpc-web", "application/grpc-web+proto"}) {
    EXPECT_EQ(ParseContentType(name)->protocol, Protocol::kGrpcWeb) << name;
  }
  for (const char* name : {"application/grpc-web-text", "application/grpc-web-text+proto"}) {
    EXPECT_EQ(ParseContentType(name)->protocol, Protocol::kGrpcWebText) << name;
  }
}

TEST(ContentType, RefusesWhatIsNoUnaryCall) {
  for (const char* name : {"", "text/plain", "application/connect+json", "application/grpc",
                           "application/x-www-form-urlencoded", "application/grpc-web+thrift"}) {
    EXPECT_FALSE(ParseContentType(name).has_value()) << name;
  }
}

TEST(ContentType, ANameIsParsedBackToItsType) {
  for (const Protocol protocol : {Protocol::kConnect, Protocol::kGrpcWeb, Protocol::kGrpcWebText}) {
    for (const Codec codec : {Codec::kProto, Codec::kJson}) {
      const auto parsed = ParseContentType(ContentTypeName({protocol, codec}));
      ASSERT_TRUE(parsed.has_value());
      EXPECT_EQ(parsed->protocol, protocol);
      EXPECT_EQ(parsed->codec, codec);
    }
  }
}

}  // namespace
}  // namespace charley::web
