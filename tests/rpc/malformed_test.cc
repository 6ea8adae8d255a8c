// Bytes that are no message.

#include <gmock/gmock.h>

#include "tests/rpc/service_fixture.h"

namespace charley::rpc {
namespace {

using ::testing::SizeIs;

class MalformedTest : public ServiceTest {
 protected:
  void ExpectMalformed(const std::string& method, const std::string& bytes) {
    const testing::RpcError error = Fail(SendBytes(method, bytes));
    EXPECT_EQ(error.code, grpc::StatusCode::INVALID_ARGUMENT) << method;
    EXPECT_EQ(error.reason, "MALFORMED_REQUEST") << method;
  }
};

TEST_F(MalformedTest, FailsACallWhoseStringIsNotUtf8) {
  ExpectMalformed("Ask", "\x0a\x04\xff\xfe\xc3\x28");          // question
  ExpectMalformed("Ask", std::string("\x12\x02\xc0\x80", 4));  // earlier: overlong zero
  ExpectMalformed("GetTopic", "\x0a\x01\xff");
  ExpectMalformed("GetSource", "\x0a\x01\xff");
  ExpectMalformed("RateAnswer", "\x0a\x01\xff");
  ExpectMalformed("ListTopics", "\x12\x01\xff");  // page_token
}

TEST_F(MalformedTest, FailsACallWhoseMessageIsCutOff) {
  ExpectMalformed("Ask", "\x0a\x7f chest pain");
}

TEST_F(MalformedTest, TakesAnEmptyMessageForAnEmptyRequest) {
  const testing::RpcError error = Fail(SendBytes("Ask", ""));
  EXPECT_EQ(error.reason, "INVALID_FIELD");
  EXPECT_EQ(error.field, "question");
}

TEST_F(MalformedTest, IgnoresFieldsThatItDoesNotKnow) {
  EXPECT_TRUE(SendBytes("Ask",
                        "\x0a\x06thanks\xf2\x3f\x03"
                        "abc")
                  .ok());
}

TEST_F(MalformedTest, TellsTheObserver) {
  ExpectMalformed("Ask", "\x0a\x01\xff");
  ASSERT_THAT(observer_.seen(), SizeIs(1));
  EXPECT_EQ(observer_.seen()[0].reason, "MALFORMED_REQUEST");
}

}  // namespace
}  // namespace charley::rpc
