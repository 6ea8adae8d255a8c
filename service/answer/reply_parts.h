// What the replies of a pack are made of, encoded once.

#ifndef CHARLEY_SERVICE_ANSWER_REPLY_PARTS_H_
#define CHARLEY_SERVICE_ANSWER_REPLY_PARTS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "charley/knowledge/v1/pack.pb.h"
#include "service/answer/catalogue.h"

namespace charley::answer {

// The fields of an AskResponse that are known when a pack is loaded, as they stand in an encoded
// message. A region is an index into the pack's, or -1 for an unknown one. Immutable; thread-safe.
class ReplyParts {
 public:
  ReplyParts(const knowledge::v1::Pack& pack, const std::string& version,
             const Catalogue& catalogue);

  // The value of a field that holds a v1.Answer: there are two of them.
  absl::string_view Answer(int topic) const { return answers_[topic]; }

  // Fields. NotCovered is one without a translation.
  absl::string_view Suggestion(int topic) const { return suggestions_[topic]; }
  absl::string_view SmallTalk(int small_talk) const { return small_talk_[small_talk]; }
  absl::string_view NotCovered(int region) const { return not_covered_[region + 1]; }
  absl::string_view LeftOut(int region) const { return left_out_[region + 1]; }

  absl::string_view PackVersion() const { return pack_version_; }
  // The text to stand below a reply, with more words for who asks in general.
  absl::string_view SafetyNet(int region, bool asks_in_general) const {
    return asks_in_general ? general_safety_nets_[region + 1] : safety_nets_[region + 1];
  }

 private:
  // Strings, one after another in one piece of memory.
  class List {
   public:
    void Add(absl::string_view value);
    void AddField(int field, absl::string_view value);
    absl::string_view operator[](int index) const;

   private:
    std::string bytes_;
    std::vector<size_t> ends_;
  };

  std::string pack_version_;
  List answers_;
  List suggestions_;
  List small_talk_;
  List not_covered_;
  List left_out_;
  List safety_nets_;
  List general_safety_nets_;
};

}  // namespace charley::answer

#endif  // CHARLEY_SERVICE_ANSWER_REPLY_PARTS_H_
