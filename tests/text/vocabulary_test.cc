#include "service/text/vocabulary.h"

#include <gtest/gtest.h>

namespace charley::text {
namespace {

TEST(Vocabulary, IsTheSameFromItsOwnListOfDomainWords) {
  Vocabulary::Builder first;
  first.AddText("my calf is swollen, my calf");
  const std::string lines = first.DomainWords();
  EXPECT_EQ(lines, "my 2\ncalf 2\nis 1\nswollen 1\n");
  Vocabulary::Builder second;
  ASSERT_TRUE(second.AddDomainWords(lines));
  EXPECT_EQ(second.DomainWords(), lines);
  const Vocabulary a = std::move(first).Build();
  const Vocabulary b = std::move(second).Build();
  for (const char* form : {"calf", "swollen", "week"})
    EXPECT_EQ(a.Find(form).id, b.Find(form).id) << form;
  EXPECT_EQ(a.Correct("swolen").id, b.Correct("swolen").id);
}

TEST(Vocabulary, ListsNoWordThatOnlyTheDictionaryHas) {
  Vocabulary::Builder builder;
  builder.AddDomainWord("calf");
  builder.AddDictionaryWord("week");
  EXPECT_EQ(builder.DomainWords(), "calf 1\n");
}

TEST(Vocabulary, RefusesALineThatIsNoneOfItsOwn) {
  Vocabulary::Builder builder;
  EXPECT_FALSE(builder.AddDomainWords("calf many\n"));
  EXPECT_FALSE(builder.AddDomainWords("calf\n"));
}

}  // namespace
}  // namespace charley::text
