#include "service/answer/request_check.h"

#include <gmock/gmock.h>

#include <string>

#include "service/answer/field_error.h"
#include "service/answer/limits.h"
#include "tests/support/status_matchers.h"

namespace charley::answer {
namespace {

using ::charley::testing::StatusIs;
using ::testing::HasSubstr;
using ::testing::Not;

v1::AskRequest Asking(const std::string& question) {
  v1::AskRequest request;
  request.set_question(question);
  return request;
}

std::string ViolatedField(const v1::AskRequest& request) {
  const auto violation = CheckRequest(request);
  return violation.has_value() ? violation->field : "";
}

std::string Repeat(const std::string& text, size_t times) {
  std::string result;
  for (size_t i = 0; i < times; ++i) result += text;
  return result;
}

TEST(CheckRequest, TakesAnOrdinaryQuestion) {
  EXPECT_EQ(ViolatedField(Asking("why do i cramp?")), "");
}

TEST(CheckRequest, RefusesAnEmptyQuestion) { EXPECT_EQ(ViolatedField(Asking("")), "question"); }

TEST(CheckRequest, RefusesAQuestionOfWhiteSpaceOfAnyKind) {
  EXPECT_EQ(ViolatedField(Asking(" \t\r\n\u00a0\u2003\u3000")), "question");
}

TEST(CheckRequest, RefusesAQuestionOfInvisibleMarks) {
  EXPECT_EQ(ViolatedField(Asking("\u200b\u200d\ufeff")), "question");
}

TEST(CheckRequest, CountsCodePointsAndNotBytes) {
  EXPECT_EQ(ViolatedField(Asking(Repeat("\U0001F9B5", limits::kMostQuestionCodePoints))), "");
  EXPECT_EQ(ViolatedField(Asking(Repeat("\U0001F9B5", limits::kMostQuestionCodePoints + 1))),
            "question");
}

TEST(CheckRequest, CountsAfterTrimming) {
  const std::string longest(limits::kMostQuestionCodePoints, 'a');
  EXPECT_EQ(ViolatedField(Asking("  " + longest + " \n")), "");
  EXPECT_EQ(ViolatedField(Asking("  " + longest + "b \n")), "question");
}

TEST(CheckRequest, SaysHowLongTheQuestionIsAndMayBe) {
  const auto violation =
      CheckRequest(Asking(std::string(limits::kMostQuestionCodePoints + 1, 'a')));
  ASSERT_TRUE(violation.has_value());
  EXPECT_THAT(violation->description, HasSubstr("2001"));
  EXPECT_THAT(violation->description, HasSubstr("2000"));
}

TEST(CheckRequest, TakesAsManyEarlierMessagesAsTheLimit) {
  v1::AskRequest request = Asking("and now?");
  for (size_t i = 0; i < limits::kMostEarlierMessages; ++i) request.add_earlier("hello");
  EXPECT_EQ(ViolatedField(request), "");
  request.add_earlier("hello");
  EXPECT_EQ(ViolatedField(request), "earlier");
}

TEST(CheckRequest, TakesRegionsInAnyCaseAndRefusesOthers) {
  v1::AskRequest request = Asking("why?");
  for (const char* region : {"", "GB", "gb", "XX"}) {
    request.set_region(region);
    EXPECT_EQ(ViolatedField(request), "") << region;
  }
  for (const char* region : {"G", "GBR", "G1", "\u00e9"}) {
    request.set_region(region);
    EXPECT_EQ(ViolatedField(request), "region") << region;
  }
}

TEST(CheckRequest, NeverQuotesTheValue) {
  v1::AskRequest request = Asking("why?");
  request.set_region("my chest");
  EXPECT_THAT(CheckRequest(request)->description, Not(HasSubstr("chest")));
}

TEST(FieldError, RemembersFieldAndDescription) {
  const absl::Status status = FieldError({"page_size", "is negative: send 0"});
  EXPECT_THAT(status,
              StatusIs(absl::StatusCode::kInvalidArgument, "page_size is negative: send 0"));
  EXPECT_EQ(ViolationOf(status).field, "page_size");
  EXPECT_EQ(ViolationOf(status).description, "is negative: send 0");
}

TEST(ViolationOf, TakesTheMessageOfAnyOtherStatus) {
  const FieldViolation violation = ViolationOf(absl::InvalidArgumentError("no"));
  EXPECT_EQ(violation.field, "");
  EXPECT_EQ(violation.description, "no");
}

}  // namespace
}  // namespace charley::answer
