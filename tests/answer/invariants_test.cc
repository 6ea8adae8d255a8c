// What triage promises of any conversation, tried on thousands of generated ones over the compiled
// cramps pack. Its messages are the training's own red flags and the rules' examples: the promises
// are of logic, not of recall.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "knowledge/labelled_messages.h"
#include "knowledge/pack_reader.h"
#include "service/answer/engine.h"
#include "service/answer/pack_vocabulary.h"
#include "service/text/reading.h"
#include "service/triage/triage.h"

namespace charley::answer {
namespace {

using knowledge::v1::Pack;
using triage::Assessment;
using Conversation = std::vector<std::string>;

constexpr size_t kRounds = 4000;
constexpr unsigned kSeed = 20261128;

// Sentences that hold no sign of anything, and no cue that takes one back.
constexpr const char* kHarmless[] = {
    "Hello to everybody at the clinic.",
    "We walked by the river on Sunday.",
    "My neighbour told me about this page.",
    "I work in an office and take the bus.",
    "The garden keeps me busy in spring.",
    "Which stretch is good for a tight calf?",
    "Do bananas help with cramps?",
    "Why do I get cramps at night?",
    "How much water should I drink in a day?",
    "My daughter is getting married in June.",
    "I like your page very much.",
    "It rained the whole weekend.",
    "The dog needs two walks a day.",
    "What time do you open on Saturday?",
    "I usually have porridge for breakfast.",
    "Is heat or cold better for a sore thigh?",
};

bool IsUrgent(const Assessment& assessment) {
  return assessment.level >= knowledge::v1::LEVEL_URGENT_TODAY;
}

// Whether the urgency stands by a rule, or by one sentence, and not by the tone of the whole alone.
bool StandsByItself(const Assessment& assessment) {
  const bool by_rule = std::any_of(
      assessment.findings.begin(), assessment.findings.end(), [](const triage::Finding& finding) {
        return finding.fired && finding.rule->level() >= knowledge::v1::LEVEL_URGENT_TODAY;
      });
  return by_rule || assessment.learned_alone >= assessment.learned_threshold;
}

class Triages {
 public:
  explicit Triages(Pack pack)
      : pack_(std::make_shared<const Pack>(std::move(pack))),
        vocabulary_(std::make_shared<const text::Vocabulary>(BuildVocabulary(*pack_))),
        triage_(triage::Triage::Create(pack_, vocabulary_).value()) {}

  Assessment Assess(const Conversation& messages) const {
    std::vector<text::Reading> conversation;
    for (const std::string& message : messages) {
      conversation.push_back(text::Read(message, *vocabulary_));
    }
    return triage_->Assess(conversation, /*explain=*/false);
  }

 private:
  std::shared_ptr<const Pack> pack_;
  std::shared_ptr<const text::Vocabulary> vocabulary_;
  std::unique_ptr<const triage::Triage> triage_;
};

class Invariants : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    const char* path = std::getenv("CHARLEY_PACK");
    ASSERT_NE(path, nullptr) << "set CHARLEY_PACK to the compiled pack";
    pack_ = new Pack(knowledge::ReadPack(path).value().pack);
    triages_ = new Triages(*pack_);
    red_flags_ = new std::vector<Conversation>;
    for (const auto& rule : pack_->triage_rules()) {
      if (rule.level() < knowledge::v1::LEVEL_URGENT_TODAY) continue;
      for (const std::string& message : rule.fires()) KeepIfItStands({message});
    }
    rule_examples_ = red_flags_->size();
    AddTraining();
    ASSERT_GT(rule_examples_, 300u);
    ASSERT_GT(red_flags_->size(), 3000u);
  }

  static void TearDownTestSuite() {
    delete red_flags_;
    delete triages_;
    delete pack_;
  }

  static void AddTraining() {
    std::vector<std::string> paths;
    for (const auto& entry :
         std::filesystem::directory_iterator("knowledge/cramps/training/triage")) {
      if (entry.path().extension() == ".jsonl") paths.push_back(entry.path().string());
    }
    std::sort(paths.begin(), paths.end());
    knowledge::LabelledMessages messages;
    for (const std::string& path : paths) {
      ASSERT_TRUE(knowledge::AppendLabelledMessages(path, messages).ok());
    }
    for (const auto& message : messages) {
      if (message.expect() != "urgent") continue;
      Conversation conversation(message.earlier().begin(), message.earlier().end());
      conversation.push_back(message.question());
      ++trained_;
      KeepIfItStands(conversation);
    }
  }

  static void KeepIfItStands(const Conversation& conversation) {
    const Assessment assessment = triages_->Assess(conversation);
    if (!IsUrgent(assessment)) return;
    ++escalated_;
    if (StandsByItself(assessment)) red_flags_->push_back(conversation);
  }

  size_t Pick(size_t count) { return std::uniform_int_distribution<size_t>(0, count - 1)(random_); }
  const Conversation& PickRedFlag() { return (*red_flags_)[Pick(red_flags_->size())]; }
  const Conversation& PickRuleExample() { return (*red_flags_)[Pick(rule_examples_)]; }
  std::string PickHarmless() {
    std::string text;
    for (size_t i = Pick(4) + 1; i > 0; --i) {
      text += kHarmless[Pick(std::size(kHarmless))];
      if (i > 1) text += ' ';
    }
    return text;
  }

  static void ExpectUrgent(const Conversation& conversation) {
    EXPECT_TRUE(IsUrgent(triages_->Assess(conversation))) << absl::StrJoin(conversation, " >> ");
  }

  static inline Pack* pack_ = nullptr;
  static inline Triages* triages_ = nullptr;
  static inline std::vector<Conversation>* red_flags_ = nullptr;  // rules' examples come first
  static inline size_t rule_examples_ = 0;
  static inline size_t trained_ = 0;
  static inline size_t escalated_ = 0;
  std::mt19937 random_{kSeed};
};

TEST_F(Invariants, MostEscalationsStandByARuleOrByOneSentence) {
  RecordProperty("escalated", static_cast<int>(escalated_));
  RecordProperty("stand_by_themselves", static_cast<int>(red_flags_->size()));
  std::printf("%zu escalate, of which %zu by a rule or one sentence\n", escalated_,
              red_flags_->size());
  EXPECT_GT(red_flags_->size() * 100, escalated_ * 85);
}

TEST_F(Invariants, HarmlessTextBeforeARedFlagTakesNothingAway) {
  for (size_t round = 0; round < kRounds; ++round) {
    Conversation conversation = PickRedFlag();
    conversation.front() = PickHarmless() + " " + conversation.front();
    ExpectUrgent(conversation);
  }
}

TEST_F(Invariants, HarmlessTextAfterARedFlagTakesNothingAway) {
  for (size_t round = 0; round < kRounds; ++round) {
    Conversation conversation = PickRedFlag();
    conversation.back() += ". " + PickHarmless();
    ExpectUrgent(conversation);
  }
}

TEST_F(Invariants, HarmlessMessagesBeforeAndAfterTakeNothingAway) {
  for (size_t round = 0; round < kRounds; ++round) {
    Conversation conversation = PickRedFlag();
    for (size_t i = Pick(3); i > 0; --i) conversation.insert(conversation.begin(), PickHarmless());
    for (size_t i = Pick(3); i > 0; --i) conversation.push_back(PickHarmless());
    ExpectUrgent(conversation);
  }
}

TEST_F(Invariants, ASecondRedFlagNeverLowersTheLevel) {
  for (size_t round = 0; round < kRounds; ++round) {
    Conversation conversation = PickRedFlag();
    const auto before = triages_->Assess(conversation).level;
    const std::string flag = PickRuleExample().front();
    const auto alone = triages_->Assess({flag}).level;
    conversation.back() += ". " + flag;
    EXPECT_GE(triages_->Assess(conversation).level, std::max(before, alone))
        << absl::StrJoin(conversation, " >> ");
  }
}

TEST_F(Invariants, TheOrderOfSentencesDecidesNothing) {
  for (size_t round = 0; round < kRounds; ++round) {
    std::vector<std::string> sentences = {PickRuleExample().front() + "."};
    for (size_t i = Pick(4) + 1; i > 0; --i)
      sentences.push_back(kHarmless[Pick(std::size(kHarmless))]);
    std::shuffle(sentences.begin(), sentences.end(), random_);
    ExpectUrgent({absl::StrJoin(sentences, " ")});
  }
}

TEST_F(Invariants, TopicsAndTheMatcherDecideNothing) {
  Pack other = *pack_;
  auto& topics = *other.mutable_topics();
  std::reverse(topics.begin(), topics.end());
  for (auto& topic : topics) topic.set_answer("Something else.");
  for (auto& model : *other.mutable_models()) {
    if (model.name() == "match.ranker") model.clear_name();
  }
  const Triages others(std::move(other));
  for (size_t round = 0; round < kRounds; ++round) {
    const Conversation& conversation = PickRedFlag();
    EXPECT_EQ(others.Assess(conversation).level, triages_->Assess(conversation).level)
        << absl::StrJoin(conversation, " >> ");
  }
}

TEST_F(Invariants, NoReplyHoldsAnEscalationAndSelfCare) {
  const auto engine = Engine::Create({*pack_, "cramps@test"}).value();
  for (size_t round = 0; round < kRounds; ++round) {
    const Conversation& conversation = PickRedFlag();
    v1::AskRequest request;
    for (size_t i = 0; i + 1 < conversation.size(); ++i) request.add_earlier(conversation[i]);
    request.set_question(conversation.back() + ". " + PickHarmless());
    const v1::AskResponse response = engine->Ask(request).response;
    ASSERT_TRUE(response.has_escalation())
        << absl::StrJoin(conversation, " >> ") << " >> " << request.question();
    EXPECT_EQ(response.reply_case(), v1::AskResponse::REPLY_NOT_SET);
    EXPECT_TRUE(response.suggestions().empty());
    EXPECT_TRUE(response.safety_net().empty());
    EXPECT_TRUE(response.left_out().empty());
    EXPECT_FALSE(response.has_clinician_advice());
  }
}

}  // namespace
}  // namespace charley::answer
