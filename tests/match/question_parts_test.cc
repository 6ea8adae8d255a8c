#include "service/match/question_parts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace charley::match {
namespace {

using ::testing::ElementsAre;

class QuestionPartsTest : public testing::Test {
 protected:
  QuestionPartsTest() : vocabulary_(MakeVocabulary()), parts_(vocabulary_, AboutCramps()) {}

  static knowledge::v1::Manifest AboutCramps() {
    knowledge::v1::Manifest manifest;
    manifest.set_subject("cramps and spasms");
    manifest.add_also_called("charley horse");
    manifest.add_also_called("nobody's name for it");  // of words that no text holds
    return manifest;
  }

  // The parts of a message, each with its words.
  std::vector<std::string> Split(const std::string& message) const {
    const text::Reading reading = text::Read(message, vocabulary_);
    std::vector<std::string> texts;
    for (const Segment& part : parts_.Split(reading)) {
      texts.emplace_back();
      for (size_t i = part.begin; i < part.end; ++i) {
        if (i > part.begin) texts.back() += " ";
        texts.back() += std::string(reading.Typed(reading.words[i]));
      }
    }
    return texts;
  }

  std::vector<bool> Asking(const std::string& message) const {
    std::vector<bool> asks;
    for (const QuestionPart& part : Describe(message)) asks.push_back(part.asks);
    return asks;
  }

  std::vector<bool> NamingTheSubject(const std::string& message) const {
    std::vector<bool> names;
    for (const QuestionPart& part : Describe(message)) names.push_back(part.names_subject);
    return names;
  }

 private:
  static text::Vocabulary MakeVocabulary() {
    text::Vocabulary::Builder builder;
    builder.AddText(
        "does heat help a cramp and how long do they last or is ice better as well what cramping "
        "spasms secondly whether my calf it charley horse");
    return std::move(builder).Build();
  }

  QuestionPartList Describe(const std::string& message) const {
    const text::Reading reading = text::Read(message, vocabulary_);
    return parts_.Describe(reading, parts_.Split(reading));
  }

  const text::Vocabulary vocabulary_;
  const QuestionParts parts_;
};

TEST_F(QuestionPartsTest, CutsAtSentences) {
  EXPECT_THAT(Split("does heat help a cramp? how long do they last?"),
              ElementsAre("does heat help a cramp", "how long do they last"));
}

TEST_F(QuestionPartsTest, CutsBeforeAnAndThatAsks) {
  EXPECT_THAT(Split("does heat help and how long do they last"),
              ElementsAre("does heat help", "and how long do they last"));
}

TEST_F(QuestionPartsTest, CutsBeforeSeveralWordsThatJoin) {
  EXPECT_THAT(Split("does heat help, as well as what is better"),
              ElementsAre("does heat help", "as well as what is better"));
  EXPECT_THAT(Split("does heat help and secondly whether ice is better"),
              ElementsAre("does heat help", "and secondly whether ice is better"));
}

TEST_F(QuestionPartsTest, CutsBeforeAQuestionOnANewLineOrBehindAnAmpersand) {
  EXPECT_THAT(Split("does heat help a cramp\nhow long do they last"),
              ElementsAre("does heat help a cramp", "how long do they last"));
  EXPECT_THAT(Split("does heat help a cramp & is ice better"),
              ElementsAre("does heat help a cramp", "is ice better"));
  EXPECT_THAT(Split("my calf\ncramp last"), ElementsAre("my calf cramp last"));
}

TEST_F(QuestionPartsTest, DoesNotCutBetweenThings) {
  EXPECT_THAT(Split("does heat and ice help"), ElementsAre("does heat and ice help"));
  EXPECT_THAT(Split("how long does it last"), ElementsAre("how long does it last"));
}

TEST_F(QuestionPartsTest, DoesNotCutBeforeAnOrWhat) {
  EXPECT_THAT(Split("is ice better or what? does heat help or what"),
              ElementsAre("is ice better or what", "does heat help or what"));
}

TEST_F(QuestionPartsTest, LeavesOutSingleWords) {
  EXPECT_THAT(Split("cramp. does heat help"), ElementsAre("does heat help"));
}

TEST_F(QuestionPartsTest, BoundsTheNumberOfParts) {
  std::string message;
  for (int i = 0; i < 100; ++i) message += "does heat help? ";
  EXPECT_EQ(Split(message).size(), 6u);
}

TEST_F(QuestionPartsTest, TellsWhatAsksByItsMarkAndItsWords) {
  EXPECT_THAT(Asking("heat or ice? my calf cramp. is ice better. my calf what last"),
              ElementsAre(true, false, true, true));
}

TEST_F(QuestionPartsTest, TakesAMarkForTheLastPartOfItsSentence) {
  EXPECT_THAT(Asking("my calf cramp: is ice better?"), ElementsAre(false, true));
}

TEST_F(QuestionPartsTest, LetsAnAndGoOnAsking) {
  EXPECT_THAT(Asking("is ice better? and heat for my calf"), ElementsAre(true, true));
  EXPECT_THAT(Asking("my ice better. and heat for my calf"), ElementsAre(false, false));
}

TEST_F(QuestionPartsTest, KnowsASubjectByItsOtherNames) {
  EXPECT_THAT(NamingTheSubject("what eases a charley horse? is charley a horse? and my charley"),
              ElementsAre(true, false, false));
}

TEST_F(QuestionPartsTest, TellsWhatNamesTheSubjectInAnyForm) {
  EXPECT_THAT(NamingTheSubject("my calf is cramping. how long do they last? and a spasm"),
              ElementsAre(true, false, true));
}

}  // namespace
}  // namespace charley::match
