// The curated gates: red flags in the plain words of leaflets and of people in a hurry, which must
// escalate in the compiled cramps pack, and everyday talk that holds words of red flags, which must
// not, whatever the learned part was taught besides.

#include <gtest/gtest.h>

#include <cstdlib>
#include <memory>
#include <string>

#include "absl/strings/ascii.h"
#include "charley/v1/assistant.pb.h"
#include "knowledge/labelled_messages.h"
#include "knowledge/pack_reader.h"
#include "service/answer/engine.h"

namespace charley::answer {
namespace {

constexpr char kPlainWords[] = "knowledge/cramps/training/triage/part-y.jsonl";
constexpr char kEverydayWords[] = "knowledge/cramps/training/triage/part-ad.jsonl";

class Gate : public ::testing::Test {
 protected:
  void SetUp() override {
    auto pack = knowledge::ReadPack(std::getenv("CHARLEY_PACK"));
    ASSERT_TRUE(pack.ok()) << pack.status();
    auto engine = Engine::Create(*std::move(pack));
    ASSERT_TRUE(engine.ok()) << engine.status();
    engine_ = *std::move(engine);
  }

  knowledge::LabelledMessages Labelled(const char* file, const std::string& label) const {
    knowledge::LabelledMessages all;
    EXPECT_TRUE(knowledge::AppendLabelledMessages(file, all).ok());
    knowledge::LabelledMessages labelled;
    for (const auto& message : all) {
      if (message.expect() == label) *labelled.Add() = message;
    }
    return labelled;
  }

  bool Escalates(const std::string& question) const {
    v1::AskRequest request;
    request.set_question(question);
    return engine_->Ask(request).response.has_escalation();
  }

  std::shared_ptr<const Engine> engine_;
};

using PlainWords = Gate;
using EverydayWords = Gate;

TEST_F(PlainWords, EachRedFlagEscalates) {
  const auto red_flags = Labelled(kPlainWords, "urgent");
  EXPECT_GE(red_flags.size(), 400);
  for (const auto& message : red_flags) {
    EXPECT_TRUE(Escalates(message.question())) << message.id() << ": " << message.question();
  }
}

TEST_F(PlainWords, EachRedFlagEscalatesInCapitals) {
  for (const auto& message : Labelled(kPlainWords, "urgent")) {
    EXPECT_TRUE(Escalates(absl::AsciiStrToUpper(message.question())))
        << message.id() << ": " << message.question();
  }
}

TEST_F(EverydayWords, NoneEscalates) {
  const auto everyday = Labelled(kEverydayWords, "not_urgent");
  EXPECT_GE(everyday.size(), 80);
  for (const auto& message : everyday) {
    EXPECT_FALSE(Escalates(message.question())) << message.id() << ": " << message.question();
  }
}

TEST_F(EverydayWords, NoneEscalatesInCapitals) {
  for (const auto& message : Labelled(kEverydayWords, "not_urgent")) {
    EXPECT_FALSE(Escalates(absl::AsciiStrToUpper(message.question())))
        << message.id() << ": " << message.question();
  }
}

}  // namespace
}  // namespace charley::answer
