#include "service/answer/reply_writer.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "service/answer/engine.h"
#include "tests/support/test_pack.h"

namespace charley::answer {
namespace {

using testing::MakeTestEngine;
using v1::AskResponse;

TEST(ReplyWriter, WritesWhatTheMessageItselfIsEncodedTo) {
  AskResponse response;
  response.set_urgency(v1::URGENCY_SEE_CLINICIAN);
  response.mutable_answer()->set_title("Heat");
  response.mutable_answer()->set_text(std::string(300, 'x'));  // a length of two bytes
  response.set_safety_net("Call 999.");
  response.add_more_answers()->set_title("Cold");

  ReplyWriter writer;
  writer.SetUrgency(response.urgency());
  writer.Add(AskResponse::kAnswerFieldNumber, response.answer());
  writer.Add(AskResponse::kSafetyNetFieldNumber, response.safety_net());
  writer.Add(AskResponse::kMoreAnswersFieldNumber, response.more_answers(0));
  EXPECT_EQ(std::move(writer).Take(), response.SerializeAsString());
}

TEST(ReplyWriter, LeavesOutAnUrgencyThatIsNotKnown) {
  ReplyWriter writer;
  writer.SetUrgency(v1::URGENCY_UNSPECIFIED);
  EXPECT_EQ(std::move(writer).Take(), "");
}

TEST(EncodedReplies, AreWhatTheirMessagesAreEncodedTo) {
  const auto engine = MakeTestEngine();
  for (const char* question :
       {"why do my legs cramp at night", "magnesium or heat", "hello", "my chest hurts", "xyzzy",
        "translate this contract into polish", "is magnesium any use, and does heat help"}) {
    for (const bool explain : {false, true}) {
      v1::AskRequest request;
      request.set_question(question);
      request.set_region("GB");
      request.set_explain(explain);
      const EncodedOutcome encoded = engine->AskEncoded(request);
      EXPECT_EQ(encoded.reply.bytes, engine->Ask(request).response.SerializeAsString()) << question;
    }
  }
}

}  // namespace
}  // namespace charley::answer
