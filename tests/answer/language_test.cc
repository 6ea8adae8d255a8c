#include "service/answer/language.h"

#include <gmock/gmock.h>

#include <string>

#include "service/answer/engine.h"
#include "tests/support/test_pack.h"

namespace charley::answer {
namespace {

using ::charley::testing::MakeTestEngine;
using ::charley::testing::MakeTestPack;

class LanguageTest : public ::testing::Test {
 protected:
  std::string LanguageOf(const std::string& message) {
    return ForeignLanguage(text::Read(message, engine_->vocabulary()), "en");
  }
  const std::shared_ptr<const Engine> engine_ = MakeTestEngine();
};

TEST_F(LanguageTest, KnowsALanguageByItsWords) {
  EXPECT_EQ(LanguageOf("¿Por qué tengo calambres en la pierna por la noche?"), "es");
  EXPECT_EQ(LanguageOf("Pourquoi est-ce que j'ai des crampes dans la jambe la nuit ?"), "fr");
  EXPECT_EQ(LanguageOf("Warum habe ich nachts immer Krämpfe in den Beinen?"), "de");
  EXPECT_EQ(LanguageOf("我的小腿晚上为什么会抽筋"), "zh");
  EXPECT_EQ(LanguageOf("لماذا أعاني من تشنجات في الساق ليلا"), "ar");
  EXPECT_EQ(LanguageOf("मुझे रात में पैर में ऐंठन क्यों होती है"), "hi");
}

TEST_F(LanguageTest, LeavesThePacksOwnLanguageAlone) {
  EXPECT_EQ(LanguageOf("who won the football match on saturday evening?"), "");
  EXPECT_EQ(LanguageOf("wat shud i do abt mi leg crampz plz"), "");
}

TEST_F(LanguageTest, MakesNoGuessAtShortMessages) {
  EXPECT_EQ(LanguageOf("hola"), "");
  EXPECT_EQ(LanguageOf("???"), "");
  EXPECT_EQ(LanguageOf(""), "");
}

TEST(FindSafeCard, FindsACardByThePrimaryLanguage) {
  const knowledge::v1::Pack pack = MakeTestPack();
  ASSERT_NE(FindSafeCard(pack, "es"), nullptr);
  EXPECT_EQ(FindSafeCard(pack, "es-MX"), FindSafeCard(pack, "es"));
  EXPECT_EQ(FindSafeCard(pack, "fr"), nullptr);
  EXPECT_EQ(FindSafeCard(pack, ""), nullptr);
}

TEST_F(LanguageTest, AddsTheCardToNotCovered) {
  v1::AskRequest request;
  request.set_question("¿Por qué tengo calambres en la pierna por la noche?");
  request.set_region("US");
  const v1::AskResponse response = engine_->Ask(request).response;
  ASSERT_TRUE(response.has_not_covered()) << response.DebugString();
  EXPECT_EQ(response.not_covered().translated_text(), "Solo respondo en inglés. Urgencias: 911.");
  EXPECT_EQ(response.not_covered().translated_language(), "es");
}

TEST_F(LanguageTest, AddsTheCardToAnEscalation) {
  v1::AskRequest request;
  request.set_question("tengo mucho dolor desde esta mañana y no sé qué hacer: chest pain");
  const v1::AskResponse response = engine_->Ask(request).response;
  ASSERT_TRUE(response.has_escalation()) << response.DebugString();
  EXPECT_EQ(response.escalation().translated_action(),
            "Llame ahora: al número de emergencias local.");
  EXPECT_EQ(response.escalation().translated_language(), "es");
}

}  // namespace
}  // namespace charley::answer
