#include "service/curate/command.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>
#include <vector>

#include "absl/strings/str_cat.h"
#include "service/curate/disguises.h"
#include "tests/knowledge/temporary_folder.h"
#include "tests/knowledge/valid_pack.h"

namespace charley::curate {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

struct CommandRun {
  int code = 0;
  std::string out;
  std::string err;
};

CommandRun Curate(const std::vector<std::string>& arguments) {
  std::vector<const char*> argv = {"charley-curate"};
  for (const std::string& argument : arguments) argv.push_back(argument.c_str());
  std::ostringstream out, err;
  const int code = RunCurate(static_cast<int>(argv.size()), argv.data(), out, err);
  return {code, out.str(), err.str()};
}

// A folder with the valid pack, without messages to learn from.
class CommandTest : public testing::Test {
 protected:
  CommandTest() : pack_(knowledge::ValidPack()), db_(folder_.File("pack.db")) {
    pack_.clear_triage_training();
    pack_.clear_out_of_scope_training();
    pack_.clear_conversation_training();
    WritePackText();
    questions_ =
        folder_.Write("questions.jsonl",
                      "{\"id\":\"s1\",\"question\":\"my calf is swollen\",\"expect\":\"urgent\"}\n"
                      "{\"id\":\"m1\",\"question\":\"night question "
                      "1\",\"kind\":\"in_scope\",\"paragraphs\":[1]}");
  }

  void WritePackText() {
    std::string text;
    google::protobuf::TextFormat::PrintToString(pack_, &text);
    folder_.Write("authored/pack.textproto", text);
  }

  CommandRun Build(const std::string& output) {
    return Curate({"build", folder_.File("authored"), "-o", output, "--today", "2026-11-23"});
  }

  knowledge::TemporaryFolder folder_;
  knowledge::v1::Pack pack_;
  std::string db_;
  std::string questions_;
};

TEST_F(CommandTest, HelpsWithExamplesForEverySubcommand) {
  for (const char* command : {"build", "check", "eval", "explain", "diff"}) {
    const CommandRun run = Curate({command, "--help"});
    EXPECT_EQ(run.code, kDone);
    EXPECT_THAT(run.out, HasSubstr(std::string("Examples:\n  charley-curate ") + command));
    EXPECT_THAT(run.err, IsEmpty());
  }
}

TEST_F(CommandTest, SaysWhatIsWrongWithACommandLine) {
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{}, {"bild"}, {"build"}, {"eval", "--no-such-flag"}}) {
    const CommandRun run = Curate(arguments);
    EXPECT_EQ(run.code, kUsage);
    EXPECT_THAT(run.err, Not(IsEmpty()));
  }
}

TEST_F(CommandTest, BuildPrintsVersionCountsAndTime) {
  const CommandRun run = Build(db_);
  EXPECT_EQ(run.code, kDone) << run.err;
  EXPECT_THAT(run.out,
              testing::ContainsRegex("^small@[0-9a-f]{12}\n2 topics, 24 examples, 2 sources"));
  EXPECT_THAT(run.out, testing::ContainsRegex("pack.db, [0-9]+\\.[0-9] s\n$"));
}

TEST_F(CommandTest, BuildGivesTheSameBytesForTheSameInput) {
  ASSERT_EQ(Build(db_).code, kDone);
  ASSERT_EQ(Build(folder_.File("again.db")).code, kDone);
  EXPECT_EQ(knowledge::BytesOf(db_), knowledge::BytesOf(folder_.File("again.db")));
}

TEST_F(CommandTest, BuildRefusesErrorsPrintsThemAllAndWritesNothing) {
  pack_.mutable_topics(0)->clear_citations();
  pack_.mutable_topics(1)->clear_theme();
  WritePackText();
  const CommandRun run = Build(db_);
  EXPECT_EQ(run.code, kFailed);
  EXPECT_THAT(run.err, HasSubstr("error: topic night: has no citation"));
  EXPECT_THAT(run.err, HasSubstr("error: topic heat: has no theme"));
  EXPECT_THAT(run.err, HasSubstr("2 errors, 0 warnings; correct them, nothing was written"));
  EXPECT_FALSE(std::filesystem::exists(db_));
}

TEST_F(CommandTest, BuildRefusesWarningsWhenStrict) {
  const std::vector<std::string> overdue = {
      "build", folder_.File("authored"), "-o", db_, "--today", "2030-01-01"};
  const CommandRun lenient = Curate(overdue);
  EXPECT_EQ(lenient.code, kDone);
  EXPECT_THAT(lenient.err, HasSubstr("warning: source article: was due for review"));
  std::filesystem::remove(db_);
  std::vector<std::string> strict = overdue;
  strict.emplace_back("--strict");
  EXPECT_EQ(Curate(strict).code, kFailed);
  EXPECT_FALSE(std::filesystem::exists(db_));
}

TEST_F(CommandTest, BuildRefusesADayThatIsNone) {
  const CommandRun run =
      Curate({"build", folder_.File("authored"), "-o", db_, "--today", "23.11.2026"});
  EXPECT_EQ(run.code, kFailed);
  EXPECT_THAT(run.err, HasSubstr("--today 23.11.2026: no day; write it as 2026-11-23"));
}

TEST_F(CommandTest, BuildRefusesWhatTheServiceCouldNotLoad) {
  pack_.mutable_concepts(0)->set_phrases(0, "{no.such.concept}");
  WritePackText();
  const CommandRun run = Build(db_);
  EXPECT_EQ(run.code, kFailed);
  EXPECT_THAT(run.err, HasSubstr("no.such.concept"));
  EXPECT_FALSE(std::filesystem::exists(db_));
}

TEST_F(CommandTest, CheckTriesThePackOnItsOwnExamples) {
  const CommandRun run = Curate({"check", folder_.File("authored"), "--today", "2026-11-23"});
  EXPECT_EQ(run.code, kDone) << run.err;
  EXPECT_THAT(run.out, HasSubstr("24 of 24 example questions find their topic (100.0 %)"));
  EXPECT_THAT(run.out, HasSubstr("0 errors, "));
}

TEST_F(CommandTest, CheckWritesThePackThatItTriedAsBuildWould) {
  ASSERT_EQ(Build(db_).code, kDone);
  const std::string tried = folder_.File("tried.db");
  const CommandRun run =
      Curate({"check", folder_.File("authored"), "--today", "2026-11-23", "-o", tried});
  EXPECT_EQ(run.code, kDone) << run.err;
  EXPECT_EQ(knowledge::BytesOf(tried), knowledge::BytesOf(db_));
}

TEST_F(CommandTest, CheckWritesNoPackThatItRefuses) {
  pack_.mutable_triage_rules(0)->add_fires("all is well");
  WritePackText();
  EXPECT_EQ(Curate({"check", folder_.File("authored"), "--today", "2026-11-23", "-o", db_}).code,
            kFailed);
  EXPECT_FALSE(std::filesystem::exists(db_));
}

TEST_F(CommandTest, CheckWarnsOfThinAndOneVoicedExamplesAndOfTopicsThatLookAlike) {
  *pack_.add_topics() = pack_.topics(1);
  pack_.mutable_topics(2)->set_id("warmth");
  for (int i = 0; i < 12; ++i) {
    pack_.mutable_topics(2)->set_examples(i, absl::StrCat("heat question ", 12 + i));
  }
  WritePackText();
  const CommandRun run = Curate({"check", folder_.File("authored"), "--today", "2026-11-23"});
  EXPECT_EQ(run.code, kDone) << run.out;
  EXPECT_THAT(run.out, HasSubstr("warning: topic night: is thin: it has 12 examples; write 30"));
  EXPECT_THAT(run.out, HasSubstr("warning: topic night: is one-voiced: 12 of 12 begin with"));
  EXPECT_THAT(run.out, HasSubstr("warning: topic night: is one-voiced: 12 of 12 share half"));
  EXPECT_THAT(run.out, HasSubstr("warning: topics heat and warmth: are hard to tell apart"));
}

TEST_F(CommandTest, CheckVerifiesQuotesAgainstASource) {
  const std::string source =
      folder_.Write("article.txt", "1\tthe foot points down\n2\tdo be seen at once\n3\tmore");
  const std::vector<std::string> arguments = {
      "check", folder_.File("authored"), "--today", "2026-11-23", "--source", source};
  const CommandRun sound = Curate(arguments);
  EXPECT_EQ(sound.code, kDone) << sound.out;
  EXPECT_THAT(sound.out, HasSubstr("warning: article, paragraph 3: is cited by no topic"));
  folder_.Write("article.txt", "1\tthe foot points up\n2\tdo be seen at once\n");
  const CommandRun changed = Curate(arguments);
  EXPECT_EQ(changed.code, kFailed);
  EXPECT_THAT(changed.out, HasSubstr("does not hold the words \"the foot points down\""));
}

TEST_F(CommandTest, CheckFailsOnARuleThatDoesNotFire) {
  pack_.mutable_triage_rules(0)->add_fires("all is well");
  WritePackText();
  const CommandRun run = Curate({"check", folder_.File("authored"), "--today", "2026-11-23"});
  EXPECT_EQ(run.code, kFailed);
  EXPECT_THAT(run.out, HasSubstr("RF1.swollen-calf: does not fire on 'all is well'"));
}

TEST_F(CommandTest, EvalMeasuresAPack) {
  ASSERT_EQ(Build(db_).code, kDone);
  const CommandRun run = Curate({"eval", db_, questions_, "--typos"});
  EXPECT_EQ(run.code, kDone) << run.err;
  EXPECT_THAT(run.out, HasSubstr("100.0 %    20.7 to 100.0 %   1 of 1"));
  EXPECT_THAT(run.out, HasSubstr("With a typing error in each long word"));
  EXPECT_THAT(run.out, HasSubstr("Lost by that (points)"));
}

TEST_F(CommandTest, EvalMeasuresAPackInEveryDisguise) {
  ASSERT_EQ(Build(db_).code, kDone);
  const CommandRun run = Curate({"eval", db_, questions_, "--disguises"});
  EXPECT_EQ(run.code, kDone) << run.err;
  for (const Disguise disguise : kDisguises) {
    EXPECT_THAT(run.out, HasSubstr(DescriptionOf(disguise)));
  }
}

TEST_F(CommandTest, EvalFailsOnAFileThatItCannotRead) {
  const CommandRun no_pack = Curate({"eval", folder_.File("none.db"), questions_});
  EXPECT_EQ(no_pack.code, kFailed);
  EXPECT_THAT(no_pack.err, HasSubstr(folder_.File("none.db")));
  ASSERT_EQ(Build(db_).code, kDone);
  EXPECT_EQ(Curate({"eval", db_, folder_.File("none.jsonl")}).code, kFailed);
}

TEST_F(CommandTest, ExplainSaysHowAMessageWasReadAndWhichRuleFired) {
  ASSERT_EQ(Build(db_).code, kDone);
  const CommandRun run = Curate({"explain", db_, "what now?", "--earlier", "My calf is SWOLLEN"});
  EXPECT_EQ(run.code, kDone) << run.err;
  EXPECT_THAT(run.out, HasSubstr("Reply: escalation urgent today (RF1.swollen-calf)"));
  EXPECT_THAT(run.out, HasSubstr("Read as: what now"));
  EXPECT_THAT(run.out, HasSubstr("RF1.swollen-calf (urgent today, 1 message ago): fired"));
}

TEST_F(CommandTest, ExplainNamesTopicsWithTheirConfidence) {
  ASSERT_EQ(Build(db_).code, kDone);
  const CommandRun run = Curate({"explain", db_, "night question 1"});
  EXPECT_THAT(run.out, HasSubstr("Reply: answer night"));
  EXPECT_THAT(run.out, HasSubstr("Rules\n  none matched"));
  EXPECT_THAT(run.out, HasSubstr("  1.000  night; "));
}

TEST_F(CommandTest, DiffShowsWhichQuestionsChange) {
  ASSERT_EQ(Build(db_).code, kDone);
  pack_.mutable_triage_rules(0)->set_level(knowledge::v1::LEVEL_EMERGENCY_NOW);
  WritePackText();
  const std::string later = folder_.File("later.db");
  ASSERT_EQ(Build(later).code, kDone);
  const CommandRun run = Curate({"diff", db_, later, questions_});
  EXPECT_EQ(run.code, kDone) << run.err;
  EXPECT_THAT(run.out,
              HasSubstr("[ ] urgency; s1: escalation urgent today (RF1.swollen-calf) -> escalation "
                        "emergency now (RF1.swollen-calf): my calf is swollen\n"));
  EXPECT_THAT(run.out, HasSubstr("1 of 2 replies changed (1 urgency, 0 kind of reply, 0 topic, 0 "
                                 "text)"));
  EXPECT_THAT(run.out, HasSubstr("\nReviewed by: ___"));
  EXPECT_THAT(Curate({"diff", db_, later, questions_, "--quiet"}).out, Not(HasSubstr("swollen")));
}

TEST_F(CommandTest, DiffComparesThePacksOwnQuestionsAndShowsEachChangedTextOnce) {
  ASSERT_EQ(Build(db_).code, kDone);
  std::string& answer = *pack_.mutable_topics(0)->mutable_answer();
  answer.replace(0, std::string("Stand").size(), "Get");
  pack_.mutable_topics(1)->mutable_examples()->SwapElements(0, 11);
  *pack_.mutable_topics(1)->mutable_examples(0) = "night question 0 by day";
  WritePackText();
  const std::string later = folder_.File("later.db");
  ASSERT_EQ(Build(later).code, kDone);
  const CommandRun run = Curate({"diff", db_, later});
  EXPECT_EQ(run.code, kDone) << run.err;
  EXPECT_THAT(run.out, HasSubstr("[ ] text; topic night, example 1: answer night (self care) -> "
                                 "answer night (self care): night question 0\n"));
  EXPECT_THAT(run.out, testing::ContainsRegex("topic heat, example 1: .* -> answer heat .*: night "
                                              "question 0 by day\n"));
  const std::string modified = "  modified: answer.text: ";
  const size_t first = run.out.find(modified);
  ASSERT_NE(first, std::string::npos) << run.out;
  EXPECT_EQ(run.out.find(modified, first + 1), std::string::npos);
}

TEST_F(CommandTest, DiffOfAPackWithItselfAsksNobodyToSign) {
  ASSERT_EQ(Build(db_).code, kDone);
  const CommandRun run = Curate({"diff", db_, db_});
  EXPECT_THAT(run.out, HasSubstr(": 0 of 26 replies changed"));
  EXPECT_THAT(run.out, Not(HasSubstr("Reviewed by")));
}

}  // namespace
}  // namespace charley::curate
