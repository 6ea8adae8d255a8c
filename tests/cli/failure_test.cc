#include "client/cli/failure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace charley::cli {
namespace {

using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr char kServer[] = "127.0.0.1:50051";
constexpr char kSafe[] = "If this may be an emergency, call your local emergency number.";

TEST(DescribeFailure, SaysHowToStartAServiceThatCannotBeReached) {
  EXPECT_THAT(DescribeFailure(grpc::Status(grpc::StatusCode::UNAVAILABLE, "refused"), kServer),
              AllOf(HasSubstr(kServer), HasSubstr("charleyd --grpc"), Not(HasSubstr("refused"))));
}

TEST(DescribeFailure, KeepsTheWordsOfAServiceThatIsUnavailableItself) {
  const grpc::Status status(grpc::StatusCode::UNAVAILABLE,
                            "no pack is loaded\n" + std::string(kSafe), "details");
  EXPECT_FALSE(IsUnreachable(status));
  EXPECT_THAT(DescribeFailure(status, kServer),
              AllOf(HasSubstr("no pack is loaded"), Not(HasSubstr(kSafe))));
}

TEST(DescribeFailure, SaysWhatToDoWhereTheServiceDoesNot) {
  EXPECT_THAT(DescribeFailure(grpc::Status(grpc::StatusCode::INTERNAL, "broke"), kServer),
              EndsWith("look at the service's log"));
  EXPECT_THAT(
      DescribeFailure(grpc::Status(grpc::StatusCode::INTERNAL, "broke: wait", "details"), kServer),
      EndsWith("broke: wait"));
}

TEST(DescribeFailure, IsOneLineWithoutControlCharacters) {
  const std::string line =
      DescribeFailure(grpc::Status(grpc::StatusCode::INTERNAL, "a\nb\x1b[2J"), kServer);
  EXPECT_THAT(line, AllOf(Not(HasSubstr("\n")), Not(HasSubstr("\x1b")), HasSubstr("INTERNAL")));
}

TEST(DescribeFailure, SaysThatTimeRanOut) {
  EXPECT_THAT(DescribeFailure(grpc::Status(grpc::StatusCode::DEADLINE_EXCEEDED, ""), kServer),
              AllOf(HasSubstr("too long"), HasSubstr("--timeout")));
}

TEST(FailureMessage, AlwaysHoldsOneSafeLine) {
  EXPECT_THAT(FailureMessage(grpc::Status(grpc::StatusCode::INTERNAL, "broke"), kServer),
              EndsWith(kSafe));
  EXPECT_EQ(FailureMessage(
                grpc::Status(grpc::StatusCode::NOT_FOUND, "gone\n" + std::string(kSafe), "details"),
                kServer),
            "gone\n" + std::string(kSafe));
}

TEST(CodeName, NamesEveryCode) {
  EXPECT_EQ(CodeName(grpc::StatusCode::OK), "OK");
  EXPECT_EQ(CodeName(grpc::StatusCode::INVALID_ARGUMENT), "INVALID_ARGUMENT");
  EXPECT_EQ(CodeName(grpc::StatusCode::UNAVAILABLE), "UNAVAILABLE");
  EXPECT_EQ(CodeName(grpc::StatusCode::UNAUTHENTICATED), "UNAUTHENTICATED");
  EXPECT_EQ(CodeName(grpc::StatusCode::DO_NOT_USE), "UNKNOWN");
}

}  // namespace
}  // namespace charley::cli
