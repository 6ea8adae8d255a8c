#include "knowledge/pack_items.h"

#include <gmock/gmock.h>
#include <google/protobuf/util/message_differencer.h>
#include <gtest/gtest.h>

#include <utility>
#include <vector>

#include "knowledge/pack_digest.h"
#include "tests/knowledge/valid_pack.h"

namespace charley::knowledge {
namespace {

using ::testing::ElementsAre;

std::vector<PackItem> ItemsOf(const v1::Pack& pack) {
  std::vector<PackItem> items;
  const absl::Status status = VisitItems(pack, [&](const PackItem& item) {
    items.push_back(item);
    return absl::OkStatus();
  });
  EXPECT_TRUE(status.ok()) << status;
  return items;
}

TEST(PackItems, MakeTheSamePackAgain) {
  v1::Pack pack = ValidPack();
  pack.add_dictionary("ankle");
  pack.add_dictionary("zebra");
  pack.add_models()->set_data(std::string("\0\xFF\n", 3));
  v1::Pack again;
  for (const PackItem& item : ItemsOf(pack)) {
    ASSERT_TRUE(AddItem(item.kind, item.body, again).ok()) << item.kind;
  }
  pack.clear_triage_training();
  pack.clear_out_of_scope_training();
  pack.clear_conversation_training();
  EXPECT_TRUE(google::protobuf::util::MessageDifferencer::Equals(pack, again));
}

TEST(PackItems, LeaveOutTrainingMessages) {
  for (const PackItem& item : ItemsOf(ValidPack())) {
    EXPECT_EQ(item.kind.find("training"), std::string::npos) << item.kind;
  }
}

TEST(PackItems, ComeInTheOrderOfTheirKey) {
  const std::vector<PackItem> items = ItemsOf(ValidPack());
  ASSERT_FALSE(items.empty());
  for (size_t i = 1; i < items.size(); ++i) {
    EXPECT_LT(std::make_pair(items[i - 1].kind, items[i - 1].position),
              std::make_pair(items[i].kind, items[i].position));
  }
}

TEST(PackItems, CarryTheIdsOfTheirElements) {
  std::vector<std::string> ids;
  for (const PackItem& item : ItemsOf(ValidPack())) {
    if (item.kind == "topics" || item.kind == "regions" || item.kind == "safe_cards") {
      ids.push_back(item.id);
    }
  }
  EXPECT_THAT(ids, ElementsAre("GB", "es", "night", "heat"));
}

TEST(PackItems, StopAtTheFirstError) {
  int calls = 0;
  const absl::Status status = VisitItems(ValidPack(), [&](const PackItem&) {
    ++calls;
    return absl::ResourceExhaustedError("full");
  });
  EXPECT_TRUE(absl::IsResourceExhausted(status)) << status;
  EXPECT_EQ(calls, 1);
}

TEST(AddItem, RefusesAnUnknownKindAndABodyThatDoesNotParse) {
  v1::Pack pack;
  EXPECT_TRUE(absl::IsDataLoss(AddItem("spells", "", pack)));
  EXPECT_TRUE(absl::IsDataLoss(AddItem("topics", "\xFF\xFF", pack)));
}

TEST(PackDigest, IsTheSha256OfItsFieldsWithTheirLengths) {
  // printf '\1\0\0\0\0\0\0\0k\0\0\0\0\0\0\0\0\1\0\0\0\0\0\0\0b' | sha256sum
  PackDigest digest;
  digest.Add("k", "", "b");
  EXPECT_EQ(digest.Finish(), "fb5dc334e4be39b43e75510019779a31d1beebc0a3c61c8cb5e128b8c4eb4a9a");
}

TEST(PackDigest, TellsFieldsApartThatJoinToTheSameBytes) {
  PackDigest first, second;
  first.Add("a", "bc", "d");
  second.Add("ab", "c", "d");
  EXPECT_NE(first.Finish(), second.Finish());
}

}  // namespace
}  // namespace charley::knowledge
