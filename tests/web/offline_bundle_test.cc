#include "service/web/offline_bundle.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "absl/strings/escaping.h"
#include "service/answer/offline_check.h"
#include "service/web/compression.h"
#include "tests/support/test_pack.h"

namespace charley::web {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::Pair;
using ::testing::SizeIs;
using ::testing::StartsWith;
using Json = nlohmann::json;
using EnginePointer = std::shared_ptr<const answer::Engine>;

Json BundleOf(const EnginePointer& engine) { return Json::parse(MakeOfflineBundle(*engine)); }

HttpRequest Get(Headers headers = {}) { return {"GET", "/pack.json", std::move(headers), ""}; }

TEST(OfflineBundle, HoldsEveryTopicWithItsCitations) {
  const Json bundle = BundleOf(testing::MakeTestEngine());
  ASSERT_THAT(bundle["topics"], SizeIs(5));
  const Json& topic = bundle["topics"][0];
  EXPECT_EQ(topic["id"], "stop-a-cramp");
  EXPECT_EQ(topic["theme"], "Relief");
  EXPECT_EQ(topic["urgency"], "URGENCY_SELF_CARE");
  EXPECT_EQ(topic["frequent"], 1);
  EXPECT_EQ(topic["citations"][0]["paragraph"], 8);
  EXPECT_EQ(topic["citations"][0]["evidence"], "EVIDENCE_ARTICLE");
  EXPECT_EQ(bundle["sources"][topic["citations"][0]["sourceId"].get<std::string>()]["publisher"],
            "Clinic");
}

TEST(OfflineBundle, CarriesThePacksVersionAndDisclaimer) {
  EnginePointer engine = testing::MakeTestEngine();
  const Json bundle = BundleOf(engine);
  EXPECT_EQ(bundle["packVersion"], engine->version());
  EXPECT_EQ(bundle["disclaimer"], "No medical advice.");
}

TEST(OfflineBundle, KeepsNumbersAsText) {
  const Json bundle = BundleOf(testing::MakeTestEngine());
  std::string number;
  for (const Json& region : bundle["regions"]) {
    if (region["code"] == "AU") number = region["emergency"];
  }
  EXPECT_EQ(number, "000");
}

TEST(OfflineBundle, ListsEachSignOnceUnderItsLevel) {
  knowledge::v1::Pack pack = testing::MakeTestPack();
  *pack.add_triage_rules() = pack.triage_rules(0);
  pack.mutable_triage_rules(pack.triage_rules_size() - 1)->set_id("another");
  const Json groups = BundleOf(testing::MakeEngine(pack))["emergencyFlags"];
  ASSERT_THAT(groups, SizeIs(2));
  EXPECT_EQ(groups[0]["urgency"], "URGENCY_EMERGENCY_NOW");
  EXPECT_EQ(groups[0]["action"], "Call {emergency} now.");
  EXPECT_THAT(groups[0]["flags"], SizeIs(1));
  EXPECT_THAT(groups[0]["citations"], Not(IsEmpty()));
  EXPECT_EQ(groups[1]["urgency"], "URGENCY_URGENT_TODAY");
  EXPECT_THAT(groups[1]["flags"], SizeIs(1));
}

TEST(OfflineBundle, LeavesSelfHarmToItsOwnPlace) {
  knowledge::v1::Pack pack = testing::MakeTestPack();
  for (auto& rule : *pack.mutable_triage_rules()) rule.set_ignores_context(true);
  const Json bundle = BundleOf(testing::MakeEngine(pack));
  ASSERT_THAT(bundle["emergencyFlags"], SizeIs(2));
  for (const Json& group : bundle["emergencyFlags"]) EXPECT_THAT(group["flags"], IsEmpty());
}

TEST(OfflineBundle, HasNoOfflineCheckWithoutItsModel) {
  EXPECT_FALSE(BundleOf(testing::MakeTestEngine()).contains("offlineCheck"));
}

TEST(OfflineBundle, ExportsTheTableOfTheOfflineCheck) {
  knowledge::v1::OfflineCheckModel table;
  table.add_features("chest");
  table.add_features("chest pain");
  table.add_weights(9);
  table.add_weights(-2);
  table.set_threshold(4);
  knowledge::v1::Pack pack = testing::MakeTestPack();
  knowledge::v1::Model& model = *pack.add_models();
  model.set_name(answer::kOfflineCheckModel);
  table.SerializeToString(model.mutable_data());
  const Json check = BundleOf(testing::MakeEngine(pack))["offlineCheck"];
  EXPECT_EQ(check["wordLength"], 5);
  EXPECT_EQ(check["threshold"], 4);
  EXPECT_EQ(check["weights"], (Json{{"chest", 9}, {"chest pain", -2}}));
}

TEST(OfflineBundle, HoldsNoExampleThatPeopleTyped) {
  EXPECT_THAT(MakeOfflineBundle(*testing::MakeTestEngine()),
              Not(HasSubstr(testing::kNightQuestion)));
}

TEST(OfflineBundle, IsTheSameForTheSamePack) {
  EXPECT_EQ(MakeOfflineBundle(*testing::MakeTestEngine()),
            MakeOfflineBundle(*testing::MakeTestEngine()));
}

TEST(OfflineBundle, IsAskedForAgainByETag) {
  EnginePointer engine = testing::MakeTestEngine();
  const OfflineBundle bundle([&] { return engine; });
  const HttpResponse first = bundle.Answer(Get());
  EXPECT_EQ(first.status, 200);
  EXPECT_THAT(first.headers, AllOf(Contains(Pair("cache-control", "no-cache")),
                                   Contains(Pair("content-type", "application/json"))));
  const std::string etag(FindHeader(first.headers, "etag"));
  EXPECT_THAT(etag, StartsWith("\"" + engine->version()));
  const HttpResponse second = bundle.Answer(Get({{"if-none-match", etag}}));
  EXPECT_EQ(second.status, 304);
  EXPECT_THAT(second.body, IsEmpty());
}

TEST(OfflineBundle, FollowsTheEngineWhenThePackIsReloaded) {
  EnginePointer engine = testing::MakeTestEngine();
  const OfflineBundle bundle([&] { return engine; });
  const std::string before = bundle.Answer(Get()).body;
  const std::string etag(FindHeader(bundle.Answer(Get()).headers, "etag"));
  engine = testing::MakeTestEngine("2");
  const HttpResponse after = bundle.Answer(Get({{"if-none-match", etag}}));
  EXPECT_EQ(after.status, 200);
  EXPECT_NE(after.body, before);
}

TEST(OfflineBundle, IsCompressedForThoseWhoCanRead) {
  EnginePointer engine = testing::MakeTestEngine();
  const OfflineBundle bundle([&] { return engine; });
  const HttpResponse plain = bundle.Answer(Get());
  const HttpResponse packed = bundle.Answer(Get({{"accept-encoding", "deflate, gzip"}}));
  EXPECT_THAT(packed.headers, Contains(Pair("content-encoding", "gzip")));
  EXPECT_LT(packed.body.size(), plain.body.size());
  EXPECT_EQ(packed.body, Gzip(plain.body));
}

TEST(OfflineBundle, IsSmallestForThoseWhoReadBrotli) {
  EnginePointer engine = testing::MakeTestEngine();
  const OfflineBundle bundle([&] { return engine; });
  const HttpResponse gzip = bundle.Answer(Get({{"accept-encoding", "gzip"}}));
  const HttpResponse brotli = bundle.Answer(Get({{"accept-encoding", "gzip, deflate, br"}}));
  EXPECT_THAT(brotli.headers, Contains(Pair("content-encoding", "br")));
  EXPECT_LT(brotli.body.size(), gzip.body.size());
}

TEST(OfflineBundle, SaysWhatToDoWhenNoPackIsLoaded) {
  const OfflineBundle bundle([] { return EnginePointer(); });
  const HttpResponse response = bundle.Answer(Get());
  EXPECT_EQ(response.status, 503);
  EXPECT_THAT(response.body, HasSubstr("If this may be an emergency"));
}

// The file of zlib 1.2.13 for the three letters, without name and time; its CRC-32 by RFC 1952.
TEST(Gzip, WritesAFileThatOthersRead) {
  EXPECT_EQ(absl::BytesToHexString(Gzip("abc")), "1f8b08000000000002034b4c4a0600c241243503000000");
  EXPECT_EQ(Checksum("abc"), 0x352441c2u);
}

// Decompressed by the library's own decoder in the browser tests; here, that it is small and always
// the same.
TEST(Brotli, IsTheSameForTheSameBytes) {
  const std::string text(10'000, 'a');
  EXPECT_LT(Brotli(text).size(), 100u);
  EXPECT_EQ(Brotli(text), Brotli(text));
}

}  // namespace
}  // namespace charley::web
