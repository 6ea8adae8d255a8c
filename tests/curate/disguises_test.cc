#include "service/curate/disguises.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace charley::curate {
namespace {

knowledge::v1::LabelledMessage Message(const char* question) {
  knowledge::v1::LabelledMessage message;
  message.set_id("m1");
  message.set_question(question);
  message.add_earlier(question);
  message.set_expect("not_urgent");
  return message;
}

TEST(Disguised, MisspellsAMessageAndWhatWasSaidEarlier) {
  auto message = Message("stretching");
  const auto typed = Disguised(message, Disguise::kTypos);
  EXPECT_NE(typed.question(), message.question());
  EXPECT_NE(typed.earlier(0), message.earlier(0));
  EXPECT_EQ(typed.expect(), "not_urgent");
  EXPECT_EQ(typed.SerializeAsString(), Disguised(message, Disguise::kTypos).SerializeAsString());
  message.set_id("m2");
  EXPECT_NE(typed.question(), Disguised(message, Disguise::kTypos).question());
}

TEST(Disguised, DrawsOtherTypingErrorsEachTime) {
  knowledge::v1::LabelledMessage message;
  message.set_id("m1");
  message.set_question("my hamstring cramps whenever somebody tickles it, seriously");
  std::set<std::string> questions;
  for (int draw = 0; draw < DrawsOf(Disguise::kTypos); ++draw) {
    questions.insert(Disguised(message, Disguise::kTypos, draw).question());
  }
  EXPECT_EQ(questions.size(), 8u);
  EXPECT_EQ(DrawsOf(Disguise::kCapitals), 1);
}

TEST(Disguised, WritesInCapitalsInEveryScript) {
  EXPECT_EQ(Disguised(Message("can't él ß"), Disguise::kCapitals).question(), "CAN'T ÉL SS");
}

TEST(Disguised, LeavesPunctuationOutAsDictationDoes) {
  EXPECT_EQ(Disguised(Message("can't, he’s 3/10 – ok?"), Disguise::kNoPunctuation).question(),
            "cant  hes 3 10   ok ");
}

TEST(Disguised, PutsInvisibleCharactersWithinWords) {
  EXPECT_EQ(Disguised(Message("leg is"), Disguise::kZeroWidth).question(), "le\u200Cg i\u200Ds");
}

TEST(Disguised, ExchangesLettersThatLookAlike) {
  EXPECT_EQ(Disguised(Message("calf pox 5"), Disguise::kLookAlikes).question(),
            "\u0441\u0430lf \u0440\u043E\u0445 5");
}

TEST(Disguised, TreatsWhatWasSaidEarlierLikeTheQuestion) {
  for (const Disguise disguise : kDisguises) {
    const auto message = Disguised(Message("it hurts, a lot"), disguise);
    EXPECT_NE(message.question(), "it hurts, a lot") << NameOf(disguise);
    EXPECT_NE(message.earlier(0), "it hurts, a lot") << NameOf(disguise);
  }
}

TEST(NameOf, NamesEachDisguiseAndSaysWhatItDoes) {
  std::set<absl::string_view> names;
  for (const Disguise disguise : kDisguises) {
    names.insert(NameOf(disguise));
    EXPECT_FALSE(DescriptionOf(disguise).empty());
  }
  EXPECT_EQ(names.size(), kDisguises.size());
}

}  // namespace
}  // namespace charley::curate
