#include "client/cli/batch_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace charley::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

TEST(ReadBatchLine, ReadsTheThreeKeysAndIgnoresOthers) {
  const BatchLine line =
      ReadBatchLine(R"({"id":7,"question":"why","earlier":["a","b"],"topic":{"x":[1]}})");
  EXPECT_EQ(line.wrong, "");
  EXPECT_EQ(line.id, "7");
  EXPECT_EQ(line.question, "why");
  EXPECT_THAT(line.earlier, ElementsAre("a", "b"));
}

TEST(ReadBatchLine, WritesAnyIdBackAsItWas) {
  EXPECT_EQ(ReadBatchLine(R"({"id":"a-1"})").id, R"("a-1")");
  EXPECT_EQ(ReadBatchLine(R"({"id":null})").id, "null");
  EXPECT_EQ(ReadBatchLine(R"({"id":1.5})").id, "1.5");
  EXPECT_EQ(ReadBatchLine(R"({"id":[1,{"a":true}]})").id, R"([1,{"a":true}])");
  EXPECT_EQ(ReadBatchLine("{}").id, "null");
}

TEST(ReadBatchLine, TakesMissingAndNullForEmpty) {
  const BatchLine line = ReadBatchLine(R"({"id":1,"question":null,"earlier":null})");
  EXPECT_EQ(line.wrong, "");
  EXPECT_EQ(line.question, "");
  EXPECT_THAT(line.earlier, IsEmpty());
}

TEST(ReadBatchLine, ReplacesWhatIsNotUnicode) {
  EXPECT_EQ(ReadBatchLine("{\"question\":\"a\xff\"}").question, "a\ufffd");
  EXPECT_EQ(ReadBatchLine(R"({"question":"a\ud83d"})").question, "a\ufffd");
  EXPECT_THAT(ReadBatchLine("{\"earlier\":[\"\xc3\"]}").earlier, ElementsAre("\ufffd"));
}

TEST(ReadBatchLine, SaysWhatIsWrongWithoutTheWords) {
  for (const char* text : {"secret", "{\"question\":\"secret", "[\"secret\"]", "\"secret\"",
                           R"({"id":1,"question":["secret"]})", R"({"earlier":"secret"})",
                           R"({"earlier":["a",{"secret":1}]})"}) {
    const BatchLine line = ReadBatchLine(text);
    EXPECT_NE(line.wrong, "") << text;
    EXPECT_THAT(line.wrong, Not(HasSubstr("secret")));
  }
}

TEST(ReadBatchLine, KeepsTheIdOfALineWithAMistake) {
  EXPECT_EQ(ReadBatchLine(R"({"id":"x","question":5})").id, R"("x")");
}

TEST(ReadBatchLine, RefusesJsonOfGreatDepth) {
  const std::string deep(100'000, '[');
  EXPECT_NE(ReadBatchLine("{\"id\":" + deep).wrong, "");
  EXPECT_NE(ReadBatchLine("{\"id\":" + deep + std::string(100'000, ']') + "}").wrong, "");
}

TEST(WriteBatch, IsOneLineOfAscii) {
  BatchLine line;
  line.id = "3";
  EXPECT_EQ(WriteBatchError(line, "INTERNAL", "a\n\"b\" \u00e9"),
            R"({"id":3,"error":{"code":"INTERNAL","message":"a\n\"b\" \u00e9"}})");
}

TEST(WriteBatch, UsesProtobufJsonNames) {
  v1::AskResponse response;
  response.set_urgency(v1::URGENCY_SELF_CARE);
  response.mutable_not_covered()->set_text("t");
  response.set_pack_version("p@1");
  EXPECT_EQ(WriteBatchReply(BatchLine(), response),
            R"({"id":null,"response":{"urgency":"URGENCY_SELF_CARE",)"
            R"("notCovered":{"text":"t"},"packVersion":"p@1"}})");
}

}  // namespace
}  // namespace charley::cli
