#include "tests/curate/second_pack.h"

#include <gtest/gtest.h>

#include "knowledge/authoring.h"
#include "service/curate/compiler.h"

namespace charley::curate {

knowledge::v1::Pack CompileSecondPack() {
  auto authored = knowledge::ReadAuthoringFolder(kSecondPackFolder, {});
  EXPECT_TRUE(authored.ok()) << authored.status();
  if (!authored.ok()) return {};
  auto compiled = Compile(*std::move(authored));
  EXPECT_TRUE(compiled.ok()) << compiled.status();
  return compiled.ok() ? *std::move(compiled) : knowledge::v1::Pack();
}

}  // namespace charley::curate
