// Another clinic's article on another subject needs no change to the code: curators write a folder.

#include "tests/curate/second_pack.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <sstream>
#include <string>

#include "service/curate/command.h"
#include "service/curate/compiler.h"
#include "tests/knowledge/temporary_folder.h"

namespace charley::curate {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(SecondPack, IsCheckedAgainstItsSource) {
  const std::string source = std::string(kSecondPackFolder) + "/source.txt";
  const char* arguments[] = {"charley-curate", "check",   kSecondPackFolder, "--source",
                             source.c_str(),   "--today", "2026-11-23"};
  std::ostringstream out, err;
  EXPECT_EQ(RunCurate(7, arguments, out, err), kDone) << out.str() << err.str();
  EXPECT_THAT(out.str(), HasSubstr("0 errors"));
  EXPECT_THAT(out.str(), Not(HasSubstr("is cited by no topic")));
}

// Built by the command, and loaded from its file as the service loads it.
class SecondPackEngine : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    const knowledge::TemporaryFolder folder;
    const std::string path = folder.File("nosebleeds.db");
    const char* arguments[] = {"charley-curate", "build",   kSecondPackFolder, "-o",
                               path.c_str(),     "--today", "2026-11-23"};
    std::ostringstream out, err;
    ASSERT_EQ(RunCurate(7, arguments, out, err), kDone) << err.str();
    ASSERT_THAT(out.str(),
                HasSubstr("learned: text.vocabulary, triage.linear, match.ranker, triage.offline"));
    auto engine = LoadEngine(path);
    ASSERT_TRUE(engine.ok()) << engine.status();
    engine_ = new std::shared_ptr<const answer::Engine>(*std::move(engine));
  }
  static void TearDownTestSuite() {
    delete engine_;
    engine_ = nullptr;
  }

  static v1::AskResponse Ask(const char* question, const char* earlier = nullptr) {
    v1::AskRequest request;
    request.set_question(question);
    request.set_region("NZ");
    if (earlier != nullptr) request.add_earlier(earlier);
    return (*engine_)->Ask(request).response;
  }

  static std::shared_ptr<const answer::Engine>* engine_;
};

std::shared_ptr<const answer::Engine>* SecondPackEngine::engine_ = nullptr;

TEST_F(SecondPackEngine, AnswersWithItsOwnCitation) {
  const v1::AskResponse response = Ask("does a humidifier help against nosebleeds in winter");
  EXPECT_EQ(response.answer().topic_id(), "dry-air");
  ASSERT_GE(response.answer().citations_size(), 1);
  EXPECT_EQ(response.answer().citations(0).publisher(), "Harbour Lane Clinic");
  EXPECT_EQ(response.answer().citations(0).paragraph(), 4);
  EXPECT_THAT(response.safety_net(), HasSubstr("Call 111 if it is heavy"));
  EXPECT_THAT(response.pack_version(), HasSubstr("nosebleeds@"));
}

TEST_F(SecondPackEngine, MarksTheClinicsOpinion) {
  const v1::AskResponse response = Ask("vaseline or saline gel, which is better");
  EXPECT_EQ(response.answer().topic_id(), "prevent-nosebleeds");
  ASSERT_EQ(response.answer().citations_size(), 2);
  EXPECT_EQ(response.answer().citations(1).evidence(), v1::EVIDENCE_CLINIC_OPINION);
}

TEST_F(SecondPackEngine, UnderstandsAFollowUp) {
  EXPECT_EQ(Ask("and when i'm pregnant?", "why does my nose bleed").answer().topic_id(),
            "pregnancy");
}

TEST_F(SecondPackEngine, EscalatesItsOwnRedFlagsAndNothingBesideThem) {
  const v1::AskResponse response =
      Ask("how do i pinch it, my nose has been bleeding for 40 minutes");
  EXPECT_EQ(response.urgency(), v1::URGENCY_URGENT_TODAY);
  EXPECT_EQ(response.escalation().headline(), "Seek urgent care");
  EXPECT_THAT(response.escalation().rule_ids(), ElementsAre("NB1.will-not-stop"));
  EXPECT_THAT(response.escalation().action(), HasSubstr("Healthline"));
  EXPECT_FALSE(response.has_answer());
  EXPECT_EQ(Ask("he fell on his face and blood comes out of his nose").urgency(),
            v1::URGENCY_EMERGENCY_NOW);
}

TEST_F(SecondPackEngine, KeepsAFlagOfAnEarlierMessage) {
  EXPECT_EQ(Ask("ok, thanks", "nosebleed and i feel faint").urgency(), v1::URGENCY_EMERGENCY_NOW);
}

TEST_F(SecondPackEngine, ReadsContextByItsOwnCues) {
  EXPECT_TRUE(Ask("nosebleed but I don't feel faint, how do i stop it").has_answer());
  EXPECT_FALSE(
      Ask("last year i had a nosebleed and fainted, why did my nose bleed").has_escalation());
  EXPECT_TRUE(Ask("nosebleed again, and now i feel faint").has_escalation());
}

TEST_F(SecondPackEngine, SaysWhatItDoesNotCover) {
  for (const char* question : {"how much does a visit cost", "why do my calves cramp at night",
                               "what's the dose of paracetamol for a child"}) {
    const v1::AskResponse response = Ask(question);
    EXPECT_THAT(response.not_covered().text(), HasSubstr("I only know about nosebleeds"))
        << question;
  }
}

TEST_F(SecondPackEngine, MakesSmallTalkOfItsOwn) {
  EXPECT_THAT(Ask("hello there").small_talk().text(), HasSubstr("Ask me about nosebleeds"));
}

}  // namespace
}  // namespace charley::curate
