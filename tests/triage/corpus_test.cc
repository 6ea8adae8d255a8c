// Every rule of the cramps pack against its own examples, in several disguises.

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "knowledge/authoring.h"
#include "service/text/reading.h"
#include "service/triage/triage.h"
#include "service/triage/words.h"

namespace charley::triage {
namespace {

using knowledge::v1::Pack;

class Corpus : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto pack = knowledge::ReadAuthoringFolder(
        "knowledge/cramps",
        {"/usr/share/dict/american-english-small", "/usr/share/dict/british-english-small"});
    ASSERT_TRUE(pack.ok()) << pack.status();
    text::Vocabulary::Builder builder;
    AddTriageWords(*pack, builder);
    for (const std::string& word : pack->dictionary()) builder.AddDictionaryWord(word);
    vocabulary_ = new std::shared_ptr<const text::Vocabulary>(
        std::make_shared<const text::Vocabulary>(std::move(builder).Build()));
    pack_ = new std::shared_ptr<const Pack>(std::make_shared<const Pack>(*std::move(pack)));
    auto triage = Triage::Create(*pack_, *vocabulary_);
    ASSERT_TRUE(triage.ok()) << triage.status();
    triage_ = triage->release();
  }

  static void TearDownTestSuite() {
    delete triage_;
    delete pack_;
    delete vocabulary_;
  }

  static Assessment Assess(const std::string& message) {
    const std::vector<text::Reading> conversation = {text::Read(message, **vocabulary_)};
    return triage_->Assess(conversation, /*explain=*/true);
  }

  static bool Fires(const std::string& rule, const std::string& message) {
    const Assessment assessment = Assess(message);
    return std::any_of(assessment.findings.begin(), assessment.findings.end(),
                       [&rule](const Finding& f) { return f.fired && f.rule->id() == rule; });
  }

  // Expects of every example of every rule that it fires as `disguised`.
  static void ExpectAllFire(const std::function<std::string(const std::string&)>& disguised) {
    for (const auto& rule : (*pack_)->triage_rules()) {
      for (const std::string& message : rule.fires()) {
        EXPECT_TRUE(Fires(rule.id(), disguised(message)))
            << rule.id() << " does not fire on: " << disguised(message);
      }
    }
  }

  static inline const std::shared_ptr<const Pack>* pack_ = nullptr;
  static inline const std::shared_ptr<const text::Vocabulary>* vocabulary_ = nullptr;
  static inline const Triage* triage_ = nullptr;
};

TEST_F(Corpus, CoversEveryCategoryOfTheGuide) {
  for (int category = 1; category <= 36; ++category) {
    const std::string prefix = absl::StrCat("RF", category < 10 ? "0" : "", category, ".");
    const auto& rules = (*pack_)->triage_rules();
    EXPECT_TRUE(std::any_of(rules.begin(), rules.end(), [&prefix](const auto& rule) {
      return rule.id().compare(0, prefix.size(), prefix) == 0;
    })) << prefix;
  }
}

TEST_F(Corpus, HasSixExamplesAndTwoNearMissesForEachRule) {
  for (const auto& rule : (*pack_)->triage_rules()) {
    EXPECT_GE(rule.fires_size(), 6) << rule.id();
    EXPECT_GE(rule.near_misses_size(), 2) << rule.id();
  }
}

TEST_F(Corpus, FiresOnItsExamples) {
  ExpectAllFire([](const std::string& message) { return message; });
}

TEST_F(Corpus, FiresInCapitals) {
  ExpectAllFire([](const std::string& message) { return absl::AsciiStrToUpper(message); });
}

TEST_F(Corpus, FiresWithZeroWidthLettersInEveryWord) {
  ExpectAllFire([](const std::string& message) {
    std::string out;
    for (size_t i = 0; i < message.size(); ++i) {
      out += message[i];
      const bool inside = i + 1 < message.size() &&
                          absl::ascii_isalpha(static_cast<unsigned char>(message[i])) &&
                          absl::ascii_isalpha(static_cast<unsigned char>(message[i + 1]));
      if (inside && i % 2 == 0) out += "\u200b";
    }
    return out;
  });
}

TEST_F(Corpus, FiresInFullWidthLetters) {
  ExpectAllFire([](const std::string& message) {
    std::string out;
    for (const char c : message) {
      if (!absl::ascii_isalpha(static_cast<unsigned char>(c))) {
        out += c;
        continue;
      }
      // U+FF21 and U+FF41 are the full-width A and a.
      const int code =
          absl::ascii_isupper(static_cast<unsigned char>(c)) ? 0xFF21 + c - 'A' : 0xFF41 + c - 'a';
      out += static_cast<char>(0xE0 | (code >> 12));
      out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
      out += static_cast<char>(0x80 | (code & 0x3F));
    }
    return out;
  });
}

TEST_F(Corpus, FiresWithLookAlikeLetters) {
  ExpectAllFire([](const std::string& message) {
    std::string out;
    for (const char c : message) {
      switch (c) {
        case 'a':
          out += "\u0430";
          break;
        case 'e':
          out += "\u0435";
          break;
        case 'o':
          out += "\u043e";
          break;
        default:
          out += c;
      }
    }
    return out;
  });
}

TEST_F(Corpus, FiresAtTheEndOfALongStory) {
  std::string story;
  while (story.size() < 60000) story += "we walked by the river and had tea with the neighbours. ";
  ExpectAllFire([&story](const std::string& message) { return story + message; });
}

TEST_F(Corpus, FiresBeforeAndAfterHarmlessText) {
  ExpectAllFire([](const std::string& message) {
    return "Hello there. " + message + ". Thank you and have a lovely day.";
  });
}

TEST_F(Corpus, StaysCalmOnNearMisses) {
  for (const auto& rule : (*pack_)->triage_rules()) {
    for (const std::string& message : rule.near_misses()) {
      EXPECT_FALSE(Fires(rule.id(), message)) << rule.id() << " fires on: " << message;
    }
  }
}

}  // namespace
}  // namespace charley::triage
