#include "knowledge/pack_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "knowledge/pack_reader.h"
#include "tests/knowledge/temporary_folder.h"
#include "tests/knowledge/valid_pack.h"

namespace charley::knowledge {
namespace {

using ::testing::HasSubstr;

TEST(WritePack, WritesTheSameBytesForTheSamePack) {
  const TemporaryFolder folder;
  const auto first = WritePack(ValidPack(), folder.File("first.db"));
  const auto second = WritePack(ValidPack(), folder.File("second.db"));
  ASSERT_TRUE(first.ok()) << first.status();
  ASSERT_TRUE(second.ok()) << second.status();
  EXPECT_EQ(*first, *second);
  EXPECT_EQ(BytesOf(folder.File("first.db")), BytesOf(folder.File("second.db")));
}

TEST(WritePack, NamesAnotherVersionWhenAnythingChanged) {
  const TemporaryFolder folder;
  v1::Pack pack = ValidPack();
  const auto first = WritePack(pack, folder.File("a.db"));
  pack.mutable_topics(0)->set_title("Why by night?");
  const auto second = WritePack(pack, folder.File("b.db"));
  ASSERT_TRUE(first.ok() && second.ok());
  EXPECT_NE(*first, *second);
  EXPECT_THAT(*first, testing::MatchesRegex("small@[0-9a-f]{12}"));
}

TEST(WritePack, ReplacesTheOldPackInOneStep) {
  const TemporaryFolder folder;
  const std::string path = folder.File("pack.db");
  v1::Pack pack = ValidPack();
  ASSERT_TRUE(WritePack(pack, path).ok());
  // A reader that has the old file open keeps it: the new one is another file.
  std::filesystem::create_hard_link(path, folder.File("old.db"));
  const std::string old_bytes = BytesOf(path);
  pack.mutable_manifest()->set_title("Another title");
  ASSERT_TRUE(WritePack(pack, path).ok());
  EXPECT_EQ(BytesOf(folder.File("old.db")), old_bytes);
  EXPECT_EQ(ReadPack(path)->pack.manifest().title(), "Another title");
}

TEST(WritePack, LeavesTheOldPackWhenTheNewOneIsNotApproved) {
  const TemporaryFolder folder;
  const std::string path = folder.File("pack.db");
  v1::Pack pack = ValidPack();
  ASSERT_TRUE(WritePack(pack, path).ok());
  const std::string old_bytes = BytesOf(path);
  pack.mutable_manifest()->set_title("Another title");
  const auto written =
      WritePack(pack, path, [] { return absl::InvalidArgumentError("cannot be loaded"); });
  EXPECT_EQ(written.status().message(), "cannot be loaded");
  EXPECT_EQ(BytesOf(path), old_bytes);
  EXPECT_FALSE(std::filesystem::exists(path + ".unfinished"));
}

TEST(WritePack, LeavesNoUnfinishedFileBehind) {
  const TemporaryFolder folder;
  ASSERT_TRUE(WritePack(ValidPack(), folder.File("pack.db")).ok());
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    EXPECT_EQ(entry.path().filename(), "pack.db");
    ++files;
  }
  EXPECT_EQ(files, 1);
}

TEST(WritePack, OverwritesWhatAnInterruptedBuildLeft) {
  const TemporaryFolder folder;
  folder.Write("pack.db.unfinished", "half of a file");
  ASSERT_TRUE(WritePack(ValidPack(), folder.File("pack.db")).ok());
  EXPECT_TRUE(ReadPack(folder.File("pack.db")).ok());
}

TEST(WritePack, LeavesTheOldPackWhenItCannotWrite) {
  const TemporaryFolder folder;
  const std::string path = folder.File("pack.db");
  ASSERT_TRUE(WritePack(ValidPack(), path).ok());
  const std::string old_bytes = BytesOf(path);
  folder.Write("pack.db.unfinished/in-the-way", "");
  v1::Pack pack = ValidPack();
  pack.mutable_manifest()->set_title("Another title");
  EXPECT_FALSE(WritePack(pack, path).ok());
  EXPECT_EQ(BytesOf(path), old_bytes);
}

TEST(WritePack, SaysWhichFileItCannotReplace) {
  const TemporaryFolder folder;
  folder.Write("pack.db/in-the-way", "");
  const auto version = WritePack(ValidPack(), folder.File("pack.db"));
  ASSERT_FALSE(version.ok());
  EXPECT_THAT(version.status().message(), HasSubstr(folder.File("pack.db")));
  EXPECT_FALSE(std::filesystem::exists(folder.File("pack.db.unfinished")));
}

TEST(WritePack, MakesTheFoldersAboveItsFile) {
  const TemporaryFolder folder;
  ASSERT_TRUE(WritePack(ValidPack(), folder.File("share/packs/pack.db")).ok());
  EXPECT_TRUE(ReadPack(folder.File("share/packs/pack.db")).ok());
}

}  // namespace
}  // namespace charley::knowledge
