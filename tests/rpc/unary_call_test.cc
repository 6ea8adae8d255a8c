#include "service/rpc/unary_call.h"

#include <gtest/gtest.h>

#include "absl/time/clock.h"
#include "charley/v1/assistant.pb.h"
#include "service/answer/limits.h"

namespace charley::rpc {
namespace {

// Answers a call that was taken up so long ago.
AnsweredCall AnswerAfter(absl::Duration waited) {
  const grpc::Slice nothing("");
  const grpc::ByteBuffer request(&nothing, 1);
  grpc::ByteBuffer response;
  CallState state;
  state.arrived = absl::Now() - waited;
  v1::AskRequest asked;
  return AnswerCall({state, &request, &response}, "Ask", asked,
                    [](grpc::ByteBuffer& bytes, CallRecord&) {
                      SetResponse("a reply", bytes);
                      return absl::optional<CallError>();
                    });
}

constexpr absl::Duration kDeadline = absl::Milliseconds(limits::kCallDeadlineMilliseconds);

TEST(AnswerCall, GivesNoReplyThatComesAfterTheDeadline) {
  const AnsweredCall late = AnswerAfter(kDeadline + absl::Seconds(1));
  EXPECT_EQ(late.status.error_code(), grpc::StatusCode::DEADLINE_EXCEEDED);
  EXPECT_EQ(late.record.code, grpc::StatusCode::DEADLINE_EXCEEDED);
  EXPECT_EQ(late.record.response_bytes, 0u);
  EXPECT_GT(late.record.time_needed, kDeadline);
}

TEST(AnswerCall, CountsTheTimeFromWhenTheCallWasTakenUp) {
  const AnsweredCall answered = AnswerAfter(kDeadline / 2);
  EXPECT_TRUE(answered.status.ok()) << answered.status.error_message();
  EXPECT_GE(answered.record.time_needed, kDeadline / 2);
}

}  // namespace
}  // namespace charley::rpc
