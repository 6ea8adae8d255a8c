// A marker in everything that a client can send comes back in no error, trailer or record.

#include <gmock/gmock.h>

#include <map>

#include "absl/strings/str_cat.h"
#include "service/answer/limits.h"
#include "tests/rpc/service_fixture.h"

namespace charley::rpc {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr char kCanary[] = "zqcanary7xk";

class CanaryTest : public ServiceTest {
 protected:
  // Holds everything that a failed call gave back against the marker.
  void ExpectSilent(const grpc::Status& status, const grpc::ClientContext& context) {
    EXPECT_THAT(status.error_message(), Not(HasSubstr(kCanary)));
    EXPECT_THAT(status.error_details(), Not(HasSubstr(kCanary)));
    ExpectSilent(context.GetServerTrailingMetadata());
    ExpectSilent(context.GetServerInitialMetadata());
  }

  static void ExpectSilent(const std::multimap<grpc::string_ref, grpc::string_ref>& metadata) {
    for (const auto& [key, value] : metadata) {
      EXPECT_THAT(std::string(value.data(), value.size()), Not(HasSubstr(kCanary)))
          << std::string(key.data(), key.size());
    }
  }

  void AskSilently(const v1::AskRequest& request) {
    grpc::ClientContext context;
    context.AddMetadata("x-note", kCanary);
    v1::AskResponse response;
    ExpectSilent(stub_->Ask(&context, request, &response), context);
    EXPECT_THAT(response.SerializeAsString(), Not(HasSubstr(kCanary)));
  }

  static v1::AskRequest Asking(const std::string& question) {
    v1::AskRequest request;
    request.set_question(question);
    return request;
  }
};

TEST_F(CanaryTest, StaysSilentInAsk) {
  AskSilently(Asking(kCanary));
  AskSilently(Asking(absl::StrCat(testing::kChestPain, " ", kCanary)));
  AskSilently(Asking(absl::StrCat(testing::kNightQuestion, " ", kCanary)));
  AskSilently(Asking(absl::StrCat(kCanary, std::string(limits::kMostQuestionCodePoints, 'a'))));
  AskSilently(Asking(absl::StrCat(kCanary, std::string(limits::kMostMessageBytes, 'a'))));
  v1::AskRequest request = Asking("why?");
  request.set_region(kCanary);
  AskSilently(request);
  request.clear_region();
  for (size_t i = 0; i <= limits::kMostEarlierMessages; ++i) request.add_earlier(kCanary);
  AskSilently(request);
  Unload();
  AskSilently(Asking(kCanary));
}

TEST_F(CanaryTest, StaysSilentInOtherMethods) {
  const std::string id_bytes = absl::StrCat("\x0a\x0b", kCanary);
  for (const char* method : {"GetTopic", "GetSource", "RateAnswer"}) {
    const grpc::Status status = SendBytes(method, id_bytes);
    EXPECT_FALSE(status.ok()) << method;
    EXPECT_THAT(status.error_message() + status.error_details(), Not(HasSubstr(kCanary)));
  }
  const grpc::Status listed = SendBytes("ListTopics", absl::StrCat("\x12\x0b", kCanary));
  EXPECT_FALSE(listed.ok());
  EXPECT_THAT(listed.error_message() + listed.error_details(), Not(HasSubstr(kCanary)));
}

TEST_F(CanaryTest, StaysSilentWhenTheBytesAreNoMessage) {
  const grpc::Status status = SendBytes("Ask", absl::StrCat("\x0a\x0c", kCanary, "\xff"));
  EXPECT_EQ(testing::Decode(status).reason, "MALFORMED_REQUEST");
  EXPECT_THAT(status.error_message() + status.error_details(), Not(HasSubstr(kCanary)));
}

TEST_F(CanaryTest, StaysSilentInRecordsAndRatings) {
  AskSilently(Asking(kCanary));
  SendBytes("RateAnswer", absl::StrCat("\x0a\x0b", kCanary, "\x10\x01"));
  for (const auto& seen : observer_.seen()) {
    EXPECT_THAT(absl::StrCat(seen.method, seen.reason, seen.reply), Not(HasSubstr(kCanary)));
  }
  for (const TopicRating& rating : ratings_.Rated()) {
    EXPECT_THAT(rating.topic_id, Not(HasSubstr(kCanary)));
  }
}

}  // namespace
}  // namespace charley::rpc
