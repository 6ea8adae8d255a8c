#include "service/web/status_names.h"

#include <gtest/gtest.h>

namespace charley::web {
namespace {

TEST(StatusNames, CodesHaveConnectsNamesAndStatuses) {
  EXPECT_EQ(ConnectName(Code::kInvalidArgument), "invalid_argument");
  EXPECT_EQ(ConnectHttpStatus(Code::kInvalidArgument), 400);
  EXPECT_EQ(ConnectName(Code::kUnauthenticated), "unauthenticated");
  EXPECT_EQ(ConnectHttpStatus(Code::kUnauthenticated), 401);
  EXPECT_EQ(ConnectHttpStatus(Code::kUnavailable), 503);
  EXPECT_EQ(ConnectHttpStatus(Code::kDeadlineExceeded), 504);
}

TEST(StatusNames, ACodeOutOfRangeIsUnknown) {
  EXPECT_EQ(ConnectName(static_cast<Code>(99)), "unknown");
}

TEST(StatusNames, MessagesArePercentEncodedButForPrintableAscii) {
  EXPECT_EQ(PercentEncode("plain text, 100"), "plain text, 100");
  EXPECT_EQ(PercentEncode("50%\r\n\xC3\xA9"), "50%25%0D%0A%C3%A9");
}

}  // namespace
}  // namespace charley::web
