#include "tests/support/test_pack.h"

#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "knowledge/pack_writer.h"
#include "tests/support/test_pack_text.h"

namespace charley::testing {

knowledge::v1::Pack MakeTestPack(const std::string& edition) {
  const std::string mark = edition.empty() ? "" : absl::StrCat(" ", edition);
  knowledge::v1::Pack pack;
  const std::string text = absl::StrReplaceAll(kTestPackText, {{"@", mark}});
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &pack));
  return pack;
}

knowledge::VersionedPack MakeVersionedTestPack(const std::string& edition) {
  return {MakeTestPack(edition), absl::StrCat("test@", edition)};
}

std::shared_ptr<const answer::Engine> MakeTestEngine(const std::string& edition) {
  auto engine = answer::Engine::Create(MakeVersionedTestPack(edition));
  EXPECT_TRUE(engine.ok()) << engine.status();
  return engine.ok() ? *std::move(engine) : nullptr;
}

std::shared_ptr<const answer::Engine> MakeEngine(knowledge::v1::Pack pack) {
  auto engine = answer::Engine::Create({std::move(pack), "test@custom"});
  EXPECT_TRUE(engine.ok()) << engine.status();
  return engine.ok() ? *std::move(engine) : nullptr;
}

std::string WriteTestPack(const std::string& path, const std::string& edition) {
  auto version = knowledge::WritePack(MakeTestPack(edition), path);
  EXPECT_TRUE(version.ok()) << version.status();
  return version.value_or("");
}

}  // namespace charley::testing
