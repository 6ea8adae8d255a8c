// A pack that is missing, bad, or replaced.

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "knowledge/pack_writer.h"
#include "tests/server/server_fixture.h"

namespace charley::server {
namespace {

using ::charley::testing::kChestPain;
using ::charley::testing::kNightQuestion;
using ::charley::testing::WriteTestPack;

class BadPackTest : public ServerTest {
 protected:
  std::string VersionThatAnswers() {
    v1::AskResponse response;
    const grpc::Status status = Ask(kNightQuestion, &response);
    return status.ok() ? response.pack_version() : testing::Decode(status).reason;
  }
  void Damage() { std::ofstream(pack_, std::ios::binary | std::ios::trunc) << "no database"; }
};

TEST_F(BadPackTest, StartsWithoutAPackAndEscalatesRedFlagsAlone) {
  Start();
  v1::AskResponse response;
  ASSERT_TRUE(Ask(kChestPain, &response).ok());
  EXPECT_TRUE(response.has_escalation());
  const testing::RpcError error = testing::Decode(Ask(kNightQuestion, &response));
  EXPECT_EQ(error.code, grpc::StatusCode::UNAVAILABLE);
  testing::ExpectKeepsContract(error);
}

TEST_F(BadPackTest, StartsWithADamagedPackToo) {
  Damage();
  Start();
  EXPECT_EQ(VersionThatAnswers(), "PACK_NOT_LOADED");
  EXPECT_EQ(collected_.Count("pack_refused"), 1u);
}

TEST_F(BadPackTest, TakesUpAPackThatArrivesLater) {
  Start();
  const std::string version = WriteTestPack(pack_);
  EXPECT_TRUE(server_->Reload());
  EXPECT_EQ(VersionThatAnswers(), version);
}

TEST_F(BadPackTest, TakesUpANewPack) {
  const std::string one = WriteTestPack(pack_, "one");
  Start();
  EXPECT_EQ(VersionThatAnswers(), one);
  const std::string two = WriteTestPack(pack_, "two");
  EXPECT_TRUE(server_->Reload());
  EXPECT_NE(one, two);
  EXPECT_EQ(VersionThatAnswers(), two);
}

TEST_F(BadPackTest, KeepsTheOldPackWhenTheNewOneIsBadAndSaysWhy) {
  const std::string version = WriteTestPack(pack_);
  Start();
  Damage();
  EXPECT_FALSE(server_->Reload());
  EXPECT_EQ(VersionThatAnswers(), version);
  ASSERT_EQ(collected_.Count("pack_refused"), 1u);
  EXPECT_EQ(collected_.Count("\"answering_from\":\"" + version + "\""), 1u);
}

TEST_F(BadPackTest, KeepsTheOldPackWhenTheNewOneIsCutOff) {
  const std::string version = WriteTestPack(pack_);
  Start();
  std::filesystem::resize_file(pack_, std::filesystem::file_size(pack_) / 2);
  EXPECT_FALSE(server_->Reload());
  EXPECT_EQ(VersionThatAnswers(), version);
}

TEST_F(BadPackTest, KeepsTheOldPackWhenTheNewOneIsGone) {
  const std::string version = WriteTestPack(pack_);
  Start();
  std::filesystem::remove(pack_);
  EXPECT_FALSE(server_->Reload());
  EXPECT_EQ(VersionThatAnswers(), version);
}

TEST_F(BadPackTest, KeepsTheOldPackWhenARuleOfTheNewOneCannotBeUsed) {
  const std::string version = WriteTestPack(pack_);
  Start();
  knowledge::v1::Pack pack = testing::MakeTestPack("two");
  pack.mutable_triage_rules(0)->mutable_all_of(0)->set_any_of(0, "no.such.concept");
  auto written = knowledge::WritePack(pack, pack_);
  ASSERT_TRUE(written.ok()) << written.status();
  EXPECT_FALSE(server_->Reload());
  EXPECT_EQ(VersionThatAnswers(), version);
}

}  // namespace
}  // namespace charley::server
