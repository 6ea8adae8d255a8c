// How a conversation is cut into the sentences that are weighed, and what is weighed of them.

#include "service/triage/features.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "absl/strings/str_cat.h"
#include "service/text/reading.h"
#include "service/text/vocabulary.h"
#include "tests/triage/small_pack.h"

namespace charley::triage {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<uint32_t> SizesOf(const std::vector<std::string>& messages) {
  const text::Vocabulary vocabulary = text::Vocabulary::Builder().Build();
  std::vector<text::Reading> conversation;
  for (const std::string& message : messages) {
    conversation.push_back(text::Read(message, vocabulary));
  }
  std::vector<uint32_t> sizes;
  for (const Sentence& sentence : SentencesOf(conversation)) sizes.push_back(sentence.size());
  return sizes;
}

TEST(SentencesOf, EndsThemAtFullStopsAndAtTheEndOfAMessage) {
  EXPECT_THAT(SizesOf({"my calf hurts. It is hot", "and now?"}), ElementsAre(3, 3, 2));
  EXPECT_THAT(SizesOf({"calf, hot, swollen"}), ElementsAre(3));
  EXPECT_THAT(SizesOf({"", "..."}), ElementsAre());
}

TEST(SentencesOf, CutsWhatNobodyEnded) {
  std::string dictated;
  for (int i = 0; i < 100; ++i) absl::StrAppend(&dictated, "word ");
  EXPECT_THAT(SizesOf({dictated}), ElementsAre(48, 48, 4));
}

TEST(AppendLetterSlots, TakesGroupsOfThreeToFiveLettersWithTheWordsEnds) {
  std::vector<uint32_t> slots;
  AppendLetterSlots("leg", slots);  // ^leg$: 3 of three, 2 of four, 1 of five
  EXPECT_EQ(slots.size(), 6u);
  for (const uint32_t slot : slots) EXPECT_NE(slot, kConstantSlot);
}

// What a message shows, by kind.
class Recorded final : public FeatureSink {
 public:
  void Add(uint32_t slot, float value) override { values[slot] += value; }
  void AddLetters(text::WordId id) override { AddLettersOf(vocabulary->Form(id)); }
  void AddLettersOf(absl::string_view form) override { spelt.emplace_back(form); }

  const text::Vocabulary* vocabulary = nullptr;
  std::map<uint32_t, float> values;
  std::vector<std::string> spelt;  // words whose letters count
};

class Extraction : public ::testing::Test {
 protected:
  struct Features {
    explicit Features(const text::Vocabulary& vocabulary) {
      for (Recorded* sink : {&words, &concepts, &rules}) sink->vocabulary = &vocabulary;
    }
    Recorded words, concepts, rules;
  };

  // The features of a message's first sentence, and of its rules.
  static Features Of(const std::string& message, const std::string& more = "") {
    const knowledge::v1::Pack pack = ParsePack(std::string(kCues) +
                                               R"pb(
                                                 concepts { id: "hot" phrases: "hot" }
                                                 concepts { id: "swollen" phrases: "swollen" }
                                                 triage_rules {
                                                   id: "H"
                                                   level: LEVEL_URGENT_TODAY
                                                   all_of { any_of: "hot" }
                                                 }
                                               )pb" +
                                               more);
    const auto vocabulary = WordsOf(pack);
    const Analyzer analyzer = *Analyzer::Create(pack, *vocabulary);
    const FeatureExtractor extractor(pack, *vocabulary, analyzer);
    const std::vector<text::Reading> conversation = {text::Read(message, *vocabulary)};
    const Analysis analysis = analyzer.Analyze(conversation);
    const Sentence first = SentencesOf(conversation).front();
    Features features(*vocabulary);
    extractor.VisitWords(conversation[0], analysis.messages[0], first, features.words);
    extractor.VisitConcepts(analysis.messages[0], first, features.concepts);
    extractor.VisitRules(analysis, features.rules);
    return features;
  }
};

TEST_F(Extraction, MarksWhatIsDeniedAndDoesNotSpellIt) {
  EXPECT_THAT(Of("hot").words.spelt, ElementsAre("hot"));
  EXPECT_THAT(Of("no hot").words.spelt, ElementsAre("no"));
  const uint32_t stated = Of("hot").words.values.begin()->first;
  EXPECT_EQ(Of("no hot").words.values.count(stated), 0u);
  EXPECT_EQ(Of("no, hot").words.values.count(stated), 1u);
}

TEST_F(Extraction, CountsAConceptOnceAndKeepsASoftenedOneApart) {
  const auto once = Of("hot").concepts.values;
  EXPECT_EQ(once.size(), 1u);
  EXPECT_EQ(Of("hot hot").concepts.values, once);
  EXPECT_NE(Of("no hot").concepts.values, once);
  EXPECT_EQ(Of("no hot").concepts.values.size(), 1u);
}

TEST_F(Extraction, PairsTheConceptsOfOneSentence) {
  EXPECT_EQ(Of("hot and swollen").concepts.values.size(), 3u);
  EXPECT_EQ(Of("hot. swollen").concepts.values, Of("hot").concepts.values);
  EXPECT_EQ(Of("hot, no swollen").concepts.values.size(), 2u);
}

TEST_F(Extraction, PairsNoMoreConceptsThanItsBound) {
  std::string concepts, message;
  for (char letter = 'a'; letter <= 'z'; ++letter) {
    const std::string word = std::string("sign") + letter;
    absl::StrAppend(&concepts, "concepts { id: '", word, "' phrases: '", word, "' }");
    absl::StrAppend(&message, word, " ");
  }
  // 26 concepts and the pairs of 24.
  EXPECT_LE(Of(message, concepts).concepts.values.size(), 26u + 24 * 23 / 2);
  EXPECT_GT(Of(message, concepts).concepts.values.size(), 26u + 23 * 22 / 2);
}

constexpr char kGlosses[] = R"pb(
  concepts { id: "es.hot" english: "hot" phrases: "(=caliente|=ardiente)" }
  concepts { id: "es.spine" english: "lower back" phrases: "=zona _ lumbar" }
)pb";

TEST_F(Extraction, ReadsAGlossedWordAsTheEnglishWordsThatItMeans) {
  const auto english = Of("hot", kGlosses).words.values;
  const auto spanish = Of("caliente ardiente", kGlosses);
  EXPECT_EQ(spanish.concepts.values, english);
  EXPECT_THAT(spanish.concepts.spelt, ElementsAre("hot"));
  EXPECT_THAT(spanish.words.spelt, IsEmpty());
  EXPECT_THAT(Of("zona muy lumbar", kGlosses).concepts.spelt, ElementsAre("lower", "back"));
}

TEST_F(Extraction, MarksAGlossedWordThatIsDenied) {
  const auto denied = Of("no caliente", kGlosses);
  EXPECT_THAT(denied.concepts.spelt, IsEmpty());
  EXPECT_EQ(denied.concepts.values.size(), 1u);
  EXPECT_EQ(denied.words.values.count(denied.concepts.values.begin()->first), 0u);
  EXPECT_NE(denied.concepts.values, Of("caliente", kGlosses).concepts.values);
}

TEST_F(Extraction, PassesOverAGlossThatCannotBeRead) {
  const knowledge::v1::Pack pack =
      ParsePack(R"pb(concepts { id: "es.hot" english: "hot" phrases: "(=caliente" })pb");
  EXPECT_EQ(WordsOf(pack)->Find("caliente").id, text::kNoWord);
}

TEST_F(Extraction, KeepsARuleThatIsMetApartFromOneThatIsSoftened) {
  const auto met = Of("hot").rules.values;
  const auto softened = Of("no hot").rules.values;
  EXPECT_EQ(met.size(), 1u);
  EXPECT_EQ(softened.size(), 1u);
  EXPECT_NE(met, softened);
  EXPECT_THAT(Of("swollen").rules.values, IsEmpty());
}

}  // namespace
}  // namespace charley::triage
