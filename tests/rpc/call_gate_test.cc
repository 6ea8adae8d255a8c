#include "service/rpc/call_gate.h"

#include <gtest/gtest.h>

#include "service/answer/limits.h"

namespace charley::rpc {
namespace {

class CallGateTest : public ::testing::Test {
 protected:
  CallGateTest() {
    call_.arrived = absl::FromUnixSeconds(1000000);
    call_.message_bytes = limits::kMostMessageBytes;
    call_.metadata_bytes = limits::kMostMetadataBytes;
  }

  absl::string_view Reason() {
    const auto refused = RefuseBeforeWork(call_);
    return refused.has_value() ? refused->reason : "";
  }

  CallState call_;
};

TEST_F(CallGateTest, LetsACallAtItsLimitsThrough) { EXPECT_EQ(Reason(), ""); }

TEST_F(CallGateTest, RefusesACallWhoseDeadlineHasPassed) {
  call_.client_deadline = call_.arrived;
  EXPECT_EQ(Reason(), "DEADLINE_EXCEEDED");
  call_.client_deadline = call_.arrived + absl::Milliseconds(1);
  EXPECT_EQ(Reason(), "");
}

TEST_F(CallGateTest, RefusesACallWhenTheServiceStops) {
  call_.is_admitted = false;
  EXPECT_EQ(Reason(), "SERVICE_STOPPING");
}

TEST_F(CallGateTest, RefusesAMessageOverItsLimit) {
  ++call_.message_bytes;
  EXPECT_EQ(Reason(), "MESSAGE_TOO_LARGE");
}

TEST_F(CallGateTest, RefusesMetadataOverItsLimit) {
  ++call_.metadata_bytes;
  EXPECT_EQ(Reason(), "METADATA_TOO_LARGE");
}

TEST_F(CallGateTest, EndsACallByTheServicesOwnDeadlineUnlessTheClientsIsEarlier) {
  const absl::Duration own = absl::Milliseconds(limits::kCallDeadlineMilliseconds);
  EXPECT_EQ(DeadlineOf(call_), call_.arrived + own);
  call_.client_deadline = call_.arrived + own * 2;
  EXPECT_EQ(DeadlineOf(call_), call_.arrived + own);
  call_.client_deadline = call_.arrived + own / 2;
  EXPECT_EQ(DeadlineOf(call_), call_.client_deadline);
}

}  // namespace
}  // namespace charley::rpc
