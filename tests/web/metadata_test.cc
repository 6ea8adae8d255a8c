#include "service/web/metadata.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace charley::web {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

TEST(RequestMetadata, KeepsCustomFieldsInOrderAndRepeated) {
  const auto metadata = RequestMetadata({{"x-a", "1"}, {"traceparent", "t"}, {"x-a", "2"}});
  EXPECT_THAT(*metadata, ElementsAre(Pair("x-a", "1"), Pair("traceparent", "t"), Pair("x-a", "2")));
}

TEST(RequestMetadata, LeavesOutWhatBelongsToHttpAndTheProtocols) {
  EXPECT_THAT(*RequestMetadata({{"host", "h"},
                                {"cookie", "c"},
                                {"authorization", "a"},
                                {"content-type", "application/json"},
                                {"grpc-timeout", "1S"},
                                {"connect-protocol-version", "1"},
                                {"sec-fetch-site", "cross-site"},
                                {"access-control-request-method", "POST"},
                                {"x-grpc-web", "1"},
                                {":path", "/"},
                                {"te", "trailers"},
                                {"user-agent", "u"}}),
              IsEmpty());
}

TEST(RequestMetadata, DecodesBinaryFieldsWithAndWithoutPadding) {
  EXPECT_THAT(
      *RequestMetadata({{"x-bin", "AAE="}, {"y-bin", "AAE"}}),
      ElementsAre(Pair("x-bin", std::string("\0\1", 2)), Pair("y-bin", std::string("\0\1", 2))));
}

TEST(RequestMetadata, SplitsBinaryFieldsAtCommas) {
  EXPECT_THAT(*RequestMetadata({{"x-bin", "YQ==, Yg=="}}),
              ElementsAre(Pair("x-bin", "a"), Pair("x-bin", "b")));
}

TEST(RequestMetadata, RefusesABinaryFieldThatIsNoBase64) {
  const auto metadata = RequestMetadata({{"x-bin", "!!"}});
  EXPECT_EQ(metadata.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(metadata.status().message()), ::testing::HasSubstr("x-bin"));
}

TEST(AppendMetadata, EncodesBinaryFieldsAndPrefixesNames) {
  Headers headers;
  AppendMetadata({{"a", "1"}, {"b-bin", std::string("\0\1", 2)}}, "trailer-", headers);
  EXPECT_THAT(headers, ElementsAre(Pair("trailer-a", "1"), Pair("trailer-b-bin", "AAE")));
}

}  // namespace
}  // namespace charley::web
