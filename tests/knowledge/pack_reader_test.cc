#include "knowledge/pack_reader.h"

#include <gmock/gmock.h>
#include <google/protobuf/util/message_differencer.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "absl/strings/str_cat.h"
#include "knowledge/pack_writer.h"
#include "knowledge/sqlite.h"
#include "tests/knowledge/temporary_folder.h"
#include "tests/knowledge/valid_pack.h"

namespace charley::knowledge {
namespace {

using ::google::protobuf::util::MessageDifferencer;
using ::testing::HasSubstr;

class ReadPackTest : public testing::Test {
 protected:
  ReadPackTest() : path_(folder_.File("pack.db")) {
    const auto version = WritePack(ValidPack(), path_);
    EXPECT_TRUE(version.ok()) << version.status();
    version_ = version.value_or("");
  }

  // The status of reading a file, which must name the file and what to do.
  absl::Status StatusOf(const std::string& path) {
    absl::Status status = ReadPack(path).status();
    EXPECT_THAT(status.message(), HasSubstr(path));
    EXPECT_THAT(status.message(), HasSubstr("charley-curate build"));
    return status;
  }

  // Changes the written pack with SQL.
  void Change(const char* sql) {
    auto database = Database::Create(path_);
    ASSERT_TRUE(database.ok()) << database.status();
    const absl::Status status = database->Run(sql);
    ASSERT_TRUE(status.ok()) << status;
  }

  TemporaryFolder folder_;
  std::string path_;
  std::string version_;
};

TEST_F(ReadPackTest, ReadsWhatWasWrittenWithoutTheTrainingMessages) {
  const auto read = ReadPack(path_);
  ASSERT_TRUE(read.ok()) << read.status();
  v1::Pack expected = ValidPack();
  expected.clear_triage_training();
  expected.clear_out_of_scope_training();
  expected.clear_conversation_training();
  EXPECT_TRUE(MessageDifferencer::Equals(expected, read->pack));
  EXPECT_EQ(read->version, version_);
}

TEST_F(ReadPackTest, SaysThatThereIsNoSuchFile) {
  EXPECT_TRUE(absl::IsNotFound(StatusOf(folder_.File("none.db"))));
}

TEST_F(ReadPackTest, RefusesAFileThatIsNoDatabase) {
  EXPECT_TRUE(absl::IsDataLoss(StatusOf(folder_.Write("a.db", "hello, I am no pack, truly"))));
  EXPECT_TRUE(absl::IsDataLoss(StatusOf(folder_.Write("b.db", ""))));
  EXPECT_TRUE(absl::IsDataLoss(StatusOf(folder_.Write("c.db", std::string(8192, '\0')))));
}

TEST_F(ReadPackTest, RefusesADatabaseThatIsNoPack) {
  const std::string other = folder_.File("other.db");
  ASSERT_TRUE(Database::Create(other)->Run("CREATE TABLE recipe (name TEXT)").ok());
  EXPECT_TRUE(absl::IsDataLoss(StatusOf(other)));
}

TEST_F(ReadPackTest, RefusesAnotherFormat) {
  Change("UPDATE meta SET value = '2' WHERE key = 'format'");
  const absl::Status status = StatusOf(path_);
  EXPECT_TRUE(absl::IsFailedPrecondition(status)) << status;
  EXPECT_THAT(status.message(), HasSubstr("the pack has format 2, this program reads 1"));
}

TEST_F(ReadPackTest, RefusesAPackWhoseContentWasChanged) {
  Change("UPDATE item SET body = body || x'00' WHERE kind = 'dictionary'");
  EXPECT_TRUE(absl::IsDataLoss(StatusOf(path_)));
}

TEST_F(ReadPackTest, RefusesAPackThatLacksAnItem) {
  Change("DELETE FROM item WHERE kind = 'triage_rules'");
  EXPECT_TRUE(absl::IsDataLoss(StatusOf(path_)));
}

TEST_F(ReadPackTest, RefusesAPackWithoutItsDigest) {
  Change("DELETE FROM meta WHERE key = 'digest'");
  EXPECT_TRUE(absl::IsDataLoss(StatusOf(path_)));
}

TEST_F(ReadPackTest, RefusesAFileThatWasCutShortAnywhere) {
  const std::string whole = BytesOf(path_);
  ASSERT_GT(whole.size(), 4096u);
  for (size_t size = 0; size < whole.size(); size += 509) {
    EXPECT_TRUE(absl::IsDataLoss(StatusOf(folder_.Write("cut.db", whole.substr(0, size)))))
        << size << " of " << whole.size() << " bytes";
  }
}

// A byte may lie where nothing is stored: then the pack must be what was written, and nothing else.
TEST_F(ReadPackTest, NeverTakesAFlippedByteForContent) {
  const std::string whole = BytesOf(path_);
  const v1::Pack expected = ReadPack(path_)->pack;
  int refused = 0;
  for (size_t place = 0; place < whole.size(); place += 7) {
    std::string flipped = whole;
    flipped[place] = static_cast<char>(flipped[place] ^ 0x41);
    const auto read = ReadPack(folder_.Write("flipped.db", flipped));
    if (!read.ok()) {
      ++refused;
      continue;
    }
    EXPECT_TRUE(MessageDifferencer::Equals(expected, read->pack)) << "byte " << place;
    EXPECT_EQ(read->version, version_) << "byte " << place;
  }
  EXPECT_GT(refused, 100);
}

TEST_F(ReadPackTest, LeavesTheFileAsItIs) {
  const std::string before = BytesOf(path_);
  ASSERT_TRUE(ReadPack(path_).ok());
  EXPECT_EQ(BytesOf(path_), before);
  for (const auto& entry : std::filesystem::directory_iterator(folder_.path())) {
    EXPECT_EQ(entry.path().filename(), "pack.db");
  }
}

}  // namespace
}  // namespace charley::knowledge
