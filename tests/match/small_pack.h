// Three topics, small talk and out-of-scope questions: enough to train a ranker on in a test.

#ifndef CHARLEY_TESTS_MATCH_SMALL_PACK_H_
#define CHARLEY_TESTS_MATCH_SMALL_PACK_H_

#include <memory>
#include <string>
#include <vector>

#include "charley/knowledge/v1/pack.pb.h"
#include "service/match/matcher.h"
#include "service/text/reading.h"
#include "service/text/vocabulary.h"

namespace charley::match {

// Indices of the topics and of the small talk in SmallPack().
inline constexpr int kNight = 0;
inline constexpr int kHeat = 1;
inline constexpr int kMagnesium = 2;
inline constexpr int kThanks = 0;

knowledge::v1::Pack SmallPack();

std::shared_ptr<const text::Vocabulary> VocabularyOf(const knowledge::v1::Pack& pack);

// Messages, oldest first, as a matcher takes them.
std::vector<text::Reading> ReadAll(const std::vector<std::string>& messages,
                                   const text::Vocabulary& vocabulary);

// A matcher with the words of its pack. Fails the test when it cannot be made.
struct Ready {
  std::shared_ptr<const text::Vocabulary> vocabulary;
  std::unique_ptr<const Matcher> matcher;

  Match Ask(const std::vector<std::string>& messages, bool explain = false) const {
    return matcher->Find(ReadAll(messages, *vocabulary), explain);
  }
};
Ready ByRanker();
Ready ByIndex();

}  // namespace charley::match

#endif  // CHARLEY_TESTS_MATCH_SMALL_PACK_H_
