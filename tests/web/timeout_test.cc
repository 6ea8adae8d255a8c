#include "service/web/timeout.h"

#include <gtest/gtest.h>

namespace charley::web {
namespace {

TEST(GrpcTimeout, ReadsEveryUnit) {
  EXPECT_EQ(*ParseGrpcTimeout("2H"), absl::Hours(2));
  EXPECT_EQ(*ParseGrpcTimeout("3M"), absl::Minutes(3));
  EXPECT_EQ(*ParseGrpcTimeout("4S"), absl::Seconds(4));
  EXPECT_EQ(*ParseGrpcTimeout("5m"), absl::Milliseconds(5));
  EXPECT_EQ(*ParseGrpcTimeout("6u"), absl::Microseconds(6));
  EXPECT_EQ(*ParseGrpcTimeout("99999999n"), absl::Nanoseconds(99999999));
  EXPECT_EQ(*ParseGrpcTimeout("0m"), absl::ZeroDuration());
}

TEST(GrpcTimeout, RefusesAnythingElse) {
  for (const char* field :
       {"", "S", "1", "-1S", "+1S", "1.5S", "123456789S", "1 S", "1s", "0x1S"}) {
    EXPECT_FALSE(ParseGrpcTimeout(field).has_value()) << field;
  }
}

TEST(ConnectTimeout, ReadsMilliseconds) {
  EXPECT_EQ(*ParseConnectTimeout("1500"), absl::Milliseconds(1500));
  EXPECT_EQ(*ParseConnectTimeout("9999999999"), absl::Milliseconds(9999999999));
}

TEST(ConnectTimeout, RefusesAnythingElse) {
  for (const char* field : {"", "-1", "1s", "10000000000", "1.5", " 1"}) {
    EXPECT_FALSE(ParseConnectTimeout(field).has_value()) << field;
  }
}

}  // namespace
}  // namespace charley::web
