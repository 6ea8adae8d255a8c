// gRPC health and reflection, by their wire format, as any client meets them.

#include <gmock/gmock.h>

#include <memory>
#include <vector>

#include "absl/strings/str_cat.h"
#include "grpc/health/v1/health.grpc.pb.h"
#include "tests/server/server_fixture.h"

namespace charley::server {
namespace {

using ::charley::testing::WriteTestPack;
using ::testing::HasSubstr;

constexpr char kService[] = "charley.v1.AssistantService";
constexpr char kServing[] = "\x08\x01";     // HealthCheckResponse { status: SERVING }
constexpr char kNotServing[] = "\x08\x02";  // HealthCheckResponse { status: NOT_SERVING }
constexpr char kReflection[] = "/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo";
constexpr char kListServices[] = "\x3a\x01*";  // ServerReflectionRequest { list_services: "*" }

class HealthTest : public ServerTest {
 protected:
  BytesReply Check(const std::string& service) {
    const char header[] = {'\x0a', static_cast<char>(service.size())};
    return Send("/grpc.health.v1.Health/Check",
                service.empty() ? "" : absl::StrCat(absl::string_view(header, 2), service));
  }
};

TEST_F(HealthTest, IsServingWithAPack) {
  WriteTestPack(pack_);
  Start();
  EXPECT_EQ(Check("").bytes, kServing);
  EXPECT_EQ(Check(kService).bytes, kServing);
}

TEST_F(HealthTest, IsNotServingUntilAPackIsLoaded) {
  Start();
  EXPECT_EQ(Check("").bytes, kNotServing);
  EXPECT_EQ(Check(kService).bytes, kNotServing);
  WriteTestPack(pack_);
  ASSERT_TRUE(server_->Reload());
  EXPECT_EQ(Check("").bytes, kServing);
  EXPECT_EQ(Check(kService).bytes, kServing);
}

TEST_F(HealthTest, StaysServingWhenAReloadFails) {
  WriteTestPack(pack_);
  Start();
  folder_.Write("test.db", "no database");
  ASSERT_FALSE(server_->Reload());
  EXPECT_EQ(Check(kService).bytes, kServing);
}

TEST_F(HealthTest, IsCheckedWhileClientsWatchItAndEndsTheirWatchWhenItStops) {
  WriteTestPack(pack_);
  Start();
  const auto stub = grpc::health::v1::Health::NewStub(channel_);
  grpc::ClientContext contexts[3];
  std::vector<std::unique_ptr<grpc::ClientReader<grpc::health::v1::HealthCheckResponse>>> watches;
  grpc::health::v1::HealthCheckResponse response;
  for (grpc::ClientContext& context : contexts) {
    watches.push_back(stub->Watch(&context, {}));
    ASSERT_TRUE(watches.back()->Read(&response));
    EXPECT_EQ(response.status(), grpc::health::v1::HealthCheckResponse::SERVING);
  }
  EXPECT_EQ(Check("").bytes, kServing);
  server_->Stop();
  for (const auto& watch : watches) {
    ASSERT_TRUE(watch->Read(&response));
    EXPECT_EQ(response.status(), grpc::health::v1::HealthCheckResponse::NOT_SERVING);
    EXPECT_FALSE(watch->Read(&response));
    EXPECT_EQ(watch->Finish().error_code(), grpc::StatusCode::UNAVAILABLE);
  }
}

TEST_F(HealthTest, KnowsNoOtherService) {
  Start();
  EXPECT_EQ(Check("charley.v1.Other").status.error_code(), grpc::StatusCode::NOT_FOUND);
}

TEST_F(HealthTest, HidesItsMethodsWithoutReflection) {
  Start();
  EXPECT_EQ(Send(kReflection, kListServices).status.error_code(), grpc::StatusCode::UNIMPLEMENTED);
}

TEST_F(HealthTest, ListsItsServicesWithReflection) {
  options_.reflection = true;
  Start();
  const BytesReply reply = Send(kReflection, kListServices);
  EXPECT_TRUE(reply.status.ok()) << reply.status.error_message();
  EXPECT_THAT(reply.bytes, HasSubstr(kService));
  EXPECT_THAT(reply.bytes, HasSubstr("grpc.health.v1.Health"));
}

}  // namespace
}  // namespace charley::server
