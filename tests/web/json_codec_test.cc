#include "service/web/json_codec.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "charley/v1/assistant.pb.h"

namespace charley::web {
namespace {

constexpr char kAsk[] = "/charley.v1.AssistantService/Ask";

// The linker drops the protos of a library that nothing of the program names.
class JsonCodec : public ::testing::Test {
 protected:
  const v1::AskRequest keep_linked_;
};

TEST_F(JsonCodec, FindsTheMethodsThatAreLinkedIn) {
  ASSERT_NE(FindMethod(kAsk), nullptr);
  EXPECT_EQ(FindMethod("/charley.v1.AssistantService/Nothing"), nullptr);
  EXPECT_EQ(FindMethod("charley.v1.AssistantService/Ask"), nullptr);
  EXPECT_EQ(FindMethod("/"), nullptr);
}

TEST_F(JsonCodec, ReadsJsonAndPassesOverUnknownFields) {
  const auto bytes =
      RequestFromJson(*FindMethod(kAsk), R"({"question":"why?","earlier":["a"],"newer":1})");
  v1::AskRequest request;
  ASSERT_TRUE(request.ParseFromString(*bytes));
  EXPECT_EQ(request.question(), "why?");
  EXPECT_THAT(request.earlier(), ::testing::ElementsAre("a"));
}

TEST_F(JsonCodec, AnErrorNeverQuotesTheBody) {
  for (const char* body :
       {"", "{", "[]", "{\"question\":[\"canary-words\"]}", "\"canary-words\""}) {
    const auto bytes = RequestFromJson(*FindMethod(kAsk), body);
    EXPECT_EQ(bytes.status().code(), absl::StatusCode::kInvalidArgument) << body;
    EXPECT_EQ(bytes.status().message().find("canary"), absl::string_view::npos);
  }
}

TEST_F(JsonCodec, WritesLowerCamelCase) {
  v1::AskResponse response;
  response.set_pack_version("cramps@1");
  response.mutable_not_covered()->set_text("no");
  EXPECT_EQ(*ResponseToJson(*FindMethod(kAsk), response.SerializeAsString()),
            R"({"notCovered":{"text":"no"},"packVersion":"cramps@1"})");
}

TEST_F(JsonCodec, RefusesBytesThatAreNoResponse) {
  EXPECT_EQ(ResponseToJson(*FindMethod(kAsk), "\xFF\xFF").status().code(),
            absl::StatusCode::kInternal);
}

}  // namespace
}  // namespace charley::web
