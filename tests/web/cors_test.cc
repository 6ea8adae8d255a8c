#include "service/web/cors.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace charley::web {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Pair;

constexpr char kClinic[] = "https://clinic.example";

HttpRequest From(std::string origin, std::string method = "POST") {
  return {std::move(method),
          "/charley.v1.AssistantService/Ask",
          {{"host", "charley.example"}, {"origin", std::move(origin)}},
          ""};
}

HttpRequest Preflight(std::string origin) {
  HttpRequest request = From(std::move(origin), "OPTIONS");
  request.headers.emplace_back("access-control-request-method", "POST");
  return request;
}

TEST(Cors, AllowsNoOtherOriginByDefault) {
  const Cors cors({});
  EXPECT_FALSE(cors.Allows(From(kClinic)));
  EXPECT_EQ(cors.AnswerPreflight(Preflight(kClinic)).status, 403);
}

TEST(Cors, AllowsItsOwnOriginAndClientsWithoutOne) {
  const Cors cors({});
  EXPECT_TRUE(cors.Allows(From("https://charley.example")));
  EXPECT_TRUE(cors.Allows({"POST", "/", {{"host", "charley.example"}}, ""}));
}

TEST(Cors, ComparesOriginsExactly) {
  const Cors cors({kClinic});
  EXPECT_TRUE(cors.Allows(From(kClinic)));
  for (const char* origin : {"https://clinic.example.evil.example", "http://clinic.example",
                             "https://clinic.example:8443", "https://CLINIC.example", "null"}) {
    EXPECT_FALSE(cors.Allows(From(origin))) << origin;
  }
}

TEST(Cors, APreflightNamesWhatIsAllowedAndNeverCredentials) {
  const HttpResponse response = Cors({kClinic}).AnswerPreflight(Preflight(kClinic));
  EXPECT_EQ(response.status, 204);
  EXPECT_THAT(response.headers, Contains(Pair("access-control-allow-origin", kClinic)));
  EXPECT_THAT(response.headers, Contains(Pair("access-control-allow-methods", "POST")));
  EXPECT_THAT(response.headers,
              Contains(Pair("access-control-allow-headers", HasSubstr("connect-timeout-ms"))));
  EXPECT_FALSE(HasHeader(response.headers, "access-control-allow-credentials"));
}

TEST(Cors, EveryResponseVariesByOrigin) {
  Headers headers;
  Cors({kClinic}).AddTo(From("https://other.example"), headers);
  EXPECT_THAT(headers, Contains(Pair("vary", HasSubstr("Origin"))));
  EXPECT_FALSE(HasHeader(headers, "access-control-allow-origin"));
}

}  // namespace
}  // namespace charley::web
