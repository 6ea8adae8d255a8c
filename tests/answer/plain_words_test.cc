// The curated gate: red flags in the plain words of leaflets and of people in a hurry. Each of them
// must escalate in the compiled cramps pack, whatever the learned part was taught besides.

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

class PlainWords : public ::testing::Test {
 protected:
  void SetUp() override {
    auto pack = knowledge::ReadPack(std::getenv("CHARLEY_PACK"));
    ASSERT_TRUE(pack.ok()) << pack.status();
    auto engine = Engine::Create(*std::move(pack));
    ASSERT_TRUE(engine.ok()) << engine.status();
    engine_ = *std::move(engine);
    ASSERT_TRUE(knowledge::AppendLabelledMessages(kPlainWords, messages_).ok());
  }

  bool Escalates(const std::string& question) const {
    v1::AskRequest request;
    request.set_question(question);
    return engine_->Ask(request).response.has_escalation();
  }

  std::shared_ptr<const Engine> engine_;
  knowledge::LabelledMessages messages_;
};

TEST_F(PlainWords, EachRedFlagEscalates) {
  int tried = 0;
  for (const auto& message : messages_) {
    if (message.expect() != "urgent") continue;
    ++tried;
    EXPECT_TRUE(Escalates(message.question())) << message.id() << ": " << message.question();
  }
  EXPECT_GE(tried, 300);
}

TEST_F(PlainWords, EachRedFlagEscalatesInCapitals) {
  for (const auto& message : messages_) {
    if (message.expect() != "urgent") continue;
    EXPECT_TRUE(Escalates(absl::AsciiStrToUpper(message.question())))
        << message.id() << ": " << message.question();
  }
}

}  // namespace
}  // namespace charley::answer
