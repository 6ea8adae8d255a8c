#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "knowledge/check.h"
#include "tests/knowledge/valid_pack.h"

namespace charley::knowledge {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// The problems of the valid pack after `change` was made to its second source.
template <typename Change>
std::vector<std::string> AfterChange(Change change) {
  v1::Pack pack = ValidPack();
  change(*pack.mutable_sources(1));
  return ProblemsOf(pack);
}

TEST(CheckSources, RefusesASourceWithoutPublisher) {
  EXPECT_THAT(AfterChange([](v1::Source& source) { source.clear_publisher(); }),
              ElementsAre("error: source guideline: has no publisher; name who published it"));
}

TEST(CheckSources, RefusesASourceWithoutTitle) {
  EXPECT_THAT(AfterChange([](v1::Source& source) { source.clear_title(); }),
              ElementsAre(HasSubstr("error: source guideline: has no title")));
}

TEST(CheckSources, TakesADayAMonthOrAYearAsDate) {
  for (const char* date : {"2025-12-24", "2025-12", "2025"}) {
    EXPECT_THAT(AfterChange([&](v1::Source& source) { source.set_date(date); }), IsEmpty()) << date;
  }
}

TEST(CheckSources, RefusesASourceWithoutADate) {
  for (const char* date : {"", "last year", "24.12.2025", "2025-13-01", "2025-02-30"}) {
    EXPECT_THAT(AfterChange([&](v1::Source& source) { source.set_date(date); }),
                ElementsAre(HasSubstr("error: source guideline: has the date '")))
        << date;
  }
}

TEST(CheckSources, RefusesASourceThatNobodySaysWhenTheyRead) {
  EXPECT_THAT(AfterChange([](v1::Source& source) { source.clear_read_on(); }),
              ElementsAre(HasSubstr("warning: source guideline: has not been opened")));
  EXPECT_THAT(AfterChange([](v1::Source& source) { source.set_read_on("lately"); }),
              ElementsAre(HasSubstr("error: source guideline: has read_on 'lately'")));
}

TEST(CheckSources, RefusesASourceWithoutADayOfReview) {
  EXPECT_THAT(AfterChange([](v1::Source& source) { source.set_review_due("2027"); }),
              ElementsAre(HasSubstr("error: source guideline: has review_due '2027'")));
}

TEST(CheckSources, WarnsOfAReviewThatIsOverdue) {
  EXPECT_THAT(AfterChange([](v1::Source& source) { source.set_review_due("2026-11-23"); }),
              IsEmpty());
  EXPECT_THAT(
      AfterChange([](v1::Source& source) { source.set_review_due("2026-11-22"); }),
      ElementsAre(HasSubstr("warning: source guideline: was due for review on 2026-11-22")));
}

TEST(CheckSources, RefusesAnAddressOfAHostThatIsNotAllowed) {
  for (const char* uri : {"https://example.com/nhs.uk", "http://www.nhs.uk/", "https://notnhs.uk/",
                          "https://example.com?x=.nhs.uk", "https://example.com\\.nhs.uk/",
                          "https://example.com#.nhs.uk", "https://user@nhs.uk/",
                          "https://nhs.uk:8443/", "javascript:alert(1)"}) {
    EXPECT_THAT(AfterChange([&](v1::Source& source) { source.set_uri(uri); }),
                ElementsAre(HasSubstr("error: source guideline: has the uri '")))
        << uri;
  }
}

TEST(CheckSources, TakesAllowedHostsAndTheHostsUnderThem) {
  for (const char* uri : {"", "https://nhs.uk", "https://www.nhs.uk/a?b#c"}) {
    EXPECT_THAT(AfterChange([&](v1::Source& source) { source.set_uri(uri); }), IsEmpty()) << uri;
  }
}

}  // namespace
}  // namespace charley::knowledge
