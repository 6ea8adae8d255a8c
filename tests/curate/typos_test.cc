#include "service/curate/typos.h"

#include <gtest/gtest.h>

namespace charley::curate {
namespace {

TEST(WithTypos, MisspellsAMessageAndWhatWasSaidEarlier) {
  knowledge::v1::LabelledMessage message;
  message.set_id("m1");
  message.set_question("stretching");
  message.add_earlier("stretching");
  message.set_expect("not_urgent");
  const auto typed = WithTypos(message);
  EXPECT_NE(typed.question(), message.question());
  EXPECT_NE(typed.earlier(0), message.earlier(0));
  EXPECT_EQ(typed.expect(), "not_urgent");
  EXPECT_EQ(typed.SerializeAsString(), WithTypos(message).SerializeAsString());
  message.set_id("m2");
  EXPECT_NE(typed.question(), WithTypos(message).question());
}

}  // namespace
}  // namespace charley::curate
