// Telephone numbers by region, and the texts that name them.

#ifndef CHARLEY_SERVICE_ANSWER_NUMBERS_H_
#define CHARLEY_SERVICE_ANSWER_NUMBERS_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "charley/knowledge/v1/pack.pb.h"

namespace charley::answer {

// The index of the region with an ISO 3166-1 alpha-2 code, in any case, or -1.
int FindRegion(const knowledge::v1::Pack& pack, absl::string_view code);

// Fills a pack's texts with the numbers of one region. Refers to the pack, which must outlive it.
class Numbers {
 public:
  // `region` is an index of the pack's regions; -1 gives "your local emergency number".
  Numbers(const knowledge::v1::Pack& pack, int region);
  Numbers(const knowledge::v1::Pack& pack, absl::string_view code)
      : Numbers(pack, FindRegion(pack, code)) {}

  // `text` with "{emergency}", "{advice}", "{crisis}" and "{poison}" replaced.
  std::string Fill(absl::string_view text) const;

  // A safe card's text, with the words of its own language where the region is unknown.
  std::string FillCard(const knowledge::v1::SafeCard& card, absl::string_view text) const;

  // What a patient can dial after reading `text`, in the order in which it names them; the
  // emergency number always, last.
  std::vector<std::string> NumbersOf(absl::string_view text) const;

 private:
  std::string Emergency() const;
  std::string Advice() const;
  std::string Crisis() const;
  std::string Poison() const;

  const knowledge::v1::Manifest& manifest_;
  const knowledge::v1::Region* region_ = nullptr;  // null: unknown
};

}  // namespace charley::answer

#endif  // CHARLEY_SERVICE_ANSWER_NUMBERS_H_
