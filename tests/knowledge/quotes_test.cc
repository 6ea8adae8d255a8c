#include "knowledge/quotes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "tests/knowledge/temporary_folder.h"
#include "tests/knowledge/valid_pack.h"

namespace charley::knowledge {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;

Paragraphs ArticleParagraphs() {
  return {{1, "At night the foot points down, which isn\u2019t \u201Ceasy\u201D."},
          {2, "Such pain should be seen at once."}};
}

std::vector<std::string> QuoteProblems(const v1::Pack& pack, const Paragraphs& paragraphs) {
  std::vector<std::string> described;
  for (const Problem& problem : CheckQuotes(pack, "article", paragraphs)) {
    described.push_back(Describe(problem));
  }
  return described;
}

TEST(ReadParagraphs, ReadsNumbersAndTextsAndSkipsComments) {
  const TemporaryFolder folder;
  const std::string file = folder.Write("source.txt", "# A title\n\n1\tFirst.\r\n2\tSecond\tone.");
  const auto paragraphs = ReadParagraphs(file);
  ASSERT_TRUE(paragraphs.ok()) << paragraphs.status();
  EXPECT_THAT(*paragraphs, ElementsAre(Pair(1, "First."), Pair(2, "Second\tone.")));
}

TEST(ReadParagraphs, NamesTheLineThatIsNeither) {
  const TemporaryFolder folder;
  for (const char* line : {"no number", "x\ttext"}) {
    const std::string file = folder.Write("source.txt", absl::StrCat("1\tFirst.\n", line));
    const auto paragraphs = ReadParagraphs(file);
    EXPECT_TRUE(absl::IsInvalidArgument(paragraphs.status())) << paragraphs.status();
    EXPECT_THAT(paragraphs.status().message(), HasSubstr(absl::StrCat(file, ":2:1: ")));
  }
}

TEST(ReadParagraphs, SaysThatAFileIsMissing) {
  const TemporaryFolder folder;
  EXPECT_TRUE(absl::IsNotFound(ReadParagraphs(folder.File("none")).status()));
  EXPECT_TRUE(absl::IsNotFound(ReadParagraphs(folder.path()).status()));
}

TEST(CheckQuotes, TakesQuotesThatStandInTheirParagraph) {
  v1::Pack pack = ValidPack();
  *pack.mutable_topics(1)->add_citations() = pack.manifest().learned_citations(0);
  EXPECT_THAT(QuoteProblems(pack, ArticleParagraphs()), IsEmpty());
}

TEST(CheckQuotes, TakesStraightMarksForCurlyOnes) {
  v1::Pack pack = ValidPack();
  pack.mutable_topics(0)->mutable_citations(0)->set_quote("which isn't \"easy\"");
  EXPECT_THAT(QuoteProblems(pack, ArticleParagraphs()),
              ElementsAre(HasSubstr("warning: article, paragraph 2")));
}

TEST(CheckQuotes, RefusesAQuoteThatIsOffByALetterOrStandsElsewhere) {
  for (const char* quote : {"the Foot points down", "the foot point down", "be seen at once"}) {
    v1::Pack pack = ValidPack();
    pack.mutable_topics(0)->mutable_citations(0)->set_quote(quote);
    EXPECT_THAT(QuoteProblems(pack, ArticleParagraphs()),
                testing::Contains(absl::StrCat("error: topic night, paragraph 1: does not hold the "
                                               "words \"",
                                               quote, "\"; quote it letter by letter")));
  }
}

TEST(CheckQuotes, ChecksRulesAndTheManifestToo) {
  v1::Pack pack = ValidPack();
  pack.mutable_triage_rules(0)->mutable_citations(0)->set_quote("be seen soon");
  pack.mutable_manifest()->mutable_learned_citations(0)->set_quote("be seen later");
  EXPECT_THAT(QuoteProblems(pack, ArticleParagraphs()),
              ElementsAre(HasSubstr("error: triage rule RF1.swollen-calf, paragraph 2"),
                          HasSubstr("error: manifest, paragraph 2"),
                          HasSubstr("warning: article, paragraph 2: is cited by no topic")));
}

TEST(CheckQuotes, RefusesAParagraphThatTheTextLacks) {
  EXPECT_THAT(QuoteProblems(ValidPack(), {{2, "be seen at once"}}),
              testing::Contains(HasSubstr("topic night, paragraph 1: is not in the source")));
}

TEST(CheckQuotes, LeavesOtherSourcesAlone) {
  v1::Pack pack = ValidPack();
  pack.mutable_topics(1)->mutable_citations(0)->set_quote("words of the guideline");
  EXPECT_THAT(QuoteProblems(pack, ArticleParagraphs()),
              ElementsAre(HasSubstr("warning: article, paragraph 2: is cited by no topic")));
}

}  // namespace
}  // namespace charley::knowledge
