#include "knowledge/authoring.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "tests/knowledge/temporary_folder.h"

namespace charley::knowledge {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr char kManifest[] = "manifest { id: \"small\" }\n";

TEST(ReadAuthoringFolder, MergesTheTextFilesInOrderOfTheirPaths) {
  const TemporaryFolder folder;
  folder.Write("topics/b.textproto", "topics { id: \"third\" }");
  folder.Write("topics/a.textproto", "topics { id: \"first\" } topics { id: \"second\" }");
  folder.Write("manifest.textproto", kManifest);
  folder.Write("notes.md", "not read");
  const auto pack = ReadAuthoringFolder(folder.path(), {});
  ASSERT_TRUE(pack.ok()) << pack.status();
  EXPECT_EQ(pack->manifest().id(), "small");
  ASSERT_EQ(pack->topics_size(), 3);
  EXPECT_EQ(pack->topics(0).id(), "first");
  EXPECT_EQ(pack->topics(2).id(), "third");
}

TEST(ReadAuthoringFolder, ReadsTrainingMessagesByTheirFolder) {
  const TemporaryFolder folder;
  folder.Write("manifest.textproto", kManifest);
  folder.Write("training/triage/a.jsonl", "{\"id\":\"t1\",\"expect\":\"urgent\"}\n\n");
  folder.Write("training/out_of_scope/a.jsonl", "{\"id\":\"o1\",\"other\":[1]}");
  folder.Write("training/conversation/a.jsonl", "{\"id\":\"c1\",\"topics\":[\"x\"]}\r\n");
  const auto pack = ReadAuthoringFolder(folder.path(), {});
  ASSERT_TRUE(pack.ok()) << pack.status();
  ASSERT_EQ(pack->triage_training_size(), 1);
  EXPECT_EQ(pack->triage_training(0).expect(), "urgent");
  ASSERT_EQ(pack->out_of_scope_training_size(), 1);
  ASSERT_EQ(pack->conversation_training_size(), 1);
  EXPECT_THAT(pack->conversation_training(0).topics(), ElementsAre("x"));
}

TEST(ReadAuthoringFolder, NamesFileLineAndColumnOfEveryError) {
  const TemporaryFolder folder;
  folder.Write("manifest.textproto", kManifest);
  const std::string first = folder.Write("a.textproto", "topics {\n  id \"x\"\n}\n");
  const std::string second = folder.Write("b.textproto", "topics { exmaples: \"x\" }");
  const auto pack = ReadAuthoringFolder(folder.path(), {});
  EXPECT_TRUE(absl::IsInvalidArgument(pack.status())) << pack.status();
  EXPECT_THAT(pack.status().message(), HasSubstr(absl::StrCat(first, ":2:6: ")));
  EXPECT_THAT(pack.status().message(), HasSubstr(absl::StrCat(second, ":1:18: ")));
  EXPECT_THAT(pack.status().message(), HasSubstr("exmaples"));
}

TEST(ReadAuthoringFolder, NamesTheLineOfAMessageThatDoesNotParseAndNoneOfItsWords) {
  const TemporaryFolder folder;
  folder.Write("manifest.textproto", kManifest);
  const std::string file =
      folder.Write("training/triage/a.jsonl", "{\"id\":\"t1\"}\n{\"question\": my leg}\n");
  const auto pack = ReadAuthoringFolder(folder.path(), {});
  EXPECT_TRUE(absl::IsInvalidArgument(pack.status())) << pack.status();
  EXPECT_THAT(pack.status().message(), HasSubstr(absl::StrCat(file, ":2:1: no JSON object")));
  EXPECT_THAT(pack.status().message(), Not(HasSubstr("my leg")));
}

TEST(ReadAuthoringFolder, RefusesMessagesInAFolderOfNoKnownUse) {
  const TemporaryFolder folder;
  folder.Write("manifest.textproto", kManifest);
  folder.Write("training/other/a.jsonl", "{}");
  const auto pack = ReadAuthoringFolder(folder.path(), {});
  EXPECT_TRUE(absl::IsInvalidArgument(pack.status())) << pack.status();
  EXPECT_THAT(pack.status().message(), HasSubstr("training/other/a.jsonl:1:1: a .jsonl file"));
}

TEST(ReadAuthoringFolder, RefusesTextsThatAreNotUtf8) {
  const TemporaryFolder folder;
  folder.Write("manifest.textproto", kManifest);
  const std::string file = folder.Write("a.textproto", "topics { title: \"caf\\xE9?\" }");
  const auto pack = ReadAuthoringFolder(folder.path(), {});
  EXPECT_TRUE(absl::IsInvalidArgument(pack.status())) << pack.status();
  EXPECT_THAT(pack.status().message(), HasSubstr(absl::StrCat(file, ":1:1: a text is not UTF-8")));
}

TEST(ReadAuthoringFolder, RefusesASecondManifest) {
  const TemporaryFolder folder;
  folder.Write("a.textproto", kManifest);
  folder.Write("b.textproto", kManifest);
  const auto pack = ReadAuthoringFolder(folder.path(), {});
  EXPECT_TRUE(absl::IsInvalidArgument(pack.status())) << pack.status();
  EXPECT_THAT(pack.status().message(), HasSubstr("b.textproto:1:1: a second manifest"));
}

TEST(ReadAuthoringFolder, SaysThatAFolderIsMissingOrHoldsNoManifest) {
  const TemporaryFolder folder;
  const auto missing = ReadAuthoringFolder(folder.File("none"), {});
  EXPECT_TRUE(absl::IsNotFound(missing.status())) << missing.status();
  EXPECT_THAT(missing.status().message(), HasSubstr(folder.File("none")));
  const auto empty = ReadAuthoringFolder(folder.path(), {});
  EXPECT_TRUE(absl::IsNotFound(empty.status())) << empty.status();
  EXPECT_THAT(empty.status().message(), HasSubstr("no .textproto file with a manifest"));
}

TEST(ReadAuthoringFolder, TakesPlainWordsOfTheWordListsSortedAndOnce) {
  const TemporaryFolder folder;
  folder.Write("pack/manifest.textproto", kManifest);
  const std::string first = folder.Write("first", "zebra\nAbel\ndog's\nat\nnaïve\ncalf\n");
  const std::string second = folder.Write("second", "calf\nbrand-new\nankle");
  const auto pack = ReadAuthoringFolder(folder.File("pack"), {first, second});
  ASSERT_TRUE(pack.ok()) << pack.status();
  EXPECT_THAT(pack->dictionary(), ElementsAre("ankle", "calf", "zebra"));
}

TEST(ReadAuthoringFolder, RefusesAWordListThatCannotBeRead) {
  const TemporaryFolder folder;
  folder.Write("manifest.textproto", kManifest);
  for (const std::string& list : {folder.File("none"), folder.path()}) {
    const auto pack = ReadAuthoringFolder(folder.path(), {list});
    EXPECT_TRUE(absl::IsNotFound(pack.status())) << pack.status();
    EXPECT_THAT(pack.status().message(), HasSubstr(list));
  }
}

}  // namespace
}  // namespace charley::knowledge
