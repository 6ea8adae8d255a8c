// Triage over a few lines of a pack, for tests.

#ifndef CHARLEY_TESTS_TRIAGE_SMALL_PACK_H_
#define CHARLEY_TESTS_TRIAGE_SMALL_PACK_H_

#include <memory>
#include <string>
#include <vector>

#include "charley/knowledge/v1/pack.pb.h"
#include "service/text/vocabulary.h"
#include "service/triage/triage.h"

namespace charley::triage {

// A pack of text-format lines, its vocabulary and its triage.
class SmallPack {
 public:
  explicit SmallPack(const std::string& text_proto);

  Assessment Assess(const std::vector<std::string>& messages, bool explain = true) const;
  // The ids of the rules that fired, in the order of the assessment.
  std::vector<std::string> Fired(const std::vector<std::string>& messages) const;

  const knowledge::v1::Pack& pack() const { return *pack_; }
  const text::Vocabulary& vocabulary() const { return *vocabulary_; }

 private:
  std::shared_ptr<const knowledge::v1::Pack> pack_;
  std::shared_ptr<const text::Vocabulary> vocabulary_;
  std::unique_ptr<const Triage> triage_;
};

// Parses a pack; fails the test when it does not parse.
knowledge::v1::Pack ParsePack(const std::string& text_proto);

// The words of a pack, with those of `more` as real words.
std::shared_ptr<const text::Vocabulary> WordsOf(const knowledge::v1::Pack& pack,
                                                const std::string& more = "");

// Negation, history and the other cues, a few words each.
extern const char kCues[];

}  // namespace charley::triage

#endif  // CHARLEY_TESTS_TRIAGE_SMALL_PACK_H_
