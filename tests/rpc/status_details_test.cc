#include "service/rpc/status_details.h"

#include <gmock/gmock.h>

#include "service/answer/field_error.h"
#include "tests/support/rpc_error.h"

namespace charley::rpc {
namespace {

using ::charley::testing::Decode;
using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST(StatusDetails, KeepTheContractInEveryError) {
  for (const CallError& error :
       {InvalidField(answer::FieldViolation{"question", "is empty: type a question"}),
        InvalidField(answer::FieldError({"page_size", "is negative: send 0"})), MalformedRequest(),
        TopicNotFound(), SourceNotFound(), PackNotLoaded(), ServiceStopping(),
        MessageTooLarge(70000), MetadataTooLarge(9000), DeadlineExceeded()}) {
    const testing::RpcError decoded = Decode(error.status);
    testing::ExpectKeepsContract(decoded);
    EXPECT_EQ(decoded.reason, error.reason);
  }
}

TEST(StatusDetails, NameTheField) {
  const testing::RpcError error =
      Decode(InvalidField(answer::FieldViolation{"question", "is empty: type a question"}).status);
  EXPECT_EQ(error.field, "question");
  EXPECT_EQ(error.description, "is empty: type a question");
  EXPECT_THAT(error.message, StartsWith("question is empty: type a question. If this"));
}

TEST(StatusDetails, NameTheFieldOfAStatus) {
  const testing::RpcError error =
      Decode(InvalidField(answer::FieldError({"page_size", "is negative: send 0"})).status);
  EXPECT_EQ(error.field, "page_size");
  EXPECT_EQ(error.description, "is negative: send 0");
}

TEST(StatusDetails, SayTheSizeAndItsLimit) {
  EXPECT_THAT(MessageTooLarge(70000).status.error_message(),
              ::testing::AllOf(HasSubstr("70000"), HasSubstr("65536")));
  EXPECT_THAT(MetadataTooLarge(9000).status.error_message(),
              ::testing::AllOf(HasSubstr("9000"), HasSubstr("8192")));
}

}  // namespace
}  // namespace charley::rpc
