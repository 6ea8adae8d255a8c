// No question is an example of two things: whichever answered it, the other would be wrong.

#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "knowledge/check.h"
#include "knowledge/readability.h"

namespace charley::knowledge {
namespace {

using Examples = google::protobuf::RepeatedPtrField<std::string>;

// Two examples with the same key read alike: case, punctuation and apostrophes do not count. Those
// without a word ("??") are compared as they stand.
std::string KeyOf(const std::string& example) {
  const std::string lower =
      absl::StrReplaceAll(absl::AsciiStrToLower(example), {{"'", ""}, {"\u2019", ""}, {"-", " "}});
  std::string key;
  for (const absl::string_view word : SplitWords(lower)) absl::StrAppend(&key, word, " ");
  return key.empty() ? example : key;
}

class ExampleCheck {
 public:
  explicit ExampleCheck(std::vector<Problem>& problems) : problems_(problems) {}

  void Check(const std::string& owner, const Examples& examples) {
    for (const std::string& example : examples) {
      if (absl::StripAsciiWhitespace(example).empty()) {
        AddError(problems_, owner, "has a blank example", "write it or drop it");
        continue;
      }
      const auto [it, added] = owners_.try_emplace(KeyOf(example), owner);
      if (added) continue;
      AddError(problems_, owner,
               absl::StrCat("has the example '", example, "', which ", it->second, " has too"),
               "keep it where it is answered best");
    }
  }

 private:
  std::vector<Problem>& problems_;
  absl::flat_hash_map<std::string, std::string> owners_;
};

}  // namespace

void CheckExamples(const v1::Pack& pack, std::vector<Problem>& problems) {
  ExampleCheck check(problems);
  for (const v1::Topic& topic : pack.topics()) {
    check.Check(absl::StrCat("topic ", topic.id()), topic.examples());
  }
  for (const v1::SmallTalk& talk : pack.small_talk()) {
    check.Check(absl::StrCat("small talk ", talk.id()), talk.examples());
  }
}

}  // namespace charley::knowledge
