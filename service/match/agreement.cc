#include "service/match/agreement.h"

#include <map>
#include <string>
#include <utility>

namespace charley::match {
namespace {

// What an answer is worth to who meant another topic, when it cites that topic's first place, and
// when it cites only its second one.
constexpr float kSamePlace = 0.8F;
constexpr float kSecondPlace = 0.3F;
// Citations that a reader sees without scrolling.
constexpr int kShownCitations = 2;

// Numbers distinct keys from 1.
template <typename Key>
class Numbering {
 public:
  uint32_t NumberOf(const Key& key) {
    return numbers_.try_emplace(key, static_cast<uint32_t>(numbers_.size()) + 1).first->second;
  }
  // 0 when the key has no number.
  uint32_t Find(const Key& key) const {
    const auto it = numbers_.find(key);
    return it == numbers_.end() ? 0 : it->second;
  }
  size_t end() const { return numbers_.size() + 1; }

 private:
  std::map<Key, uint32_t> numbers_;
};

}  // namespace

Agreement::Agreement(const knowledge::v1::Pack& pack) {
  Numbering<std::pair<std::string, int>> places;
  Numbering<std::pair<uint32_t, uint32_t>> pairs;
  for (const auto& topic : pack.topics()) {
    std::vector<uint32_t> cited;
    for (const auto& citation : topic.citations()) {
      if (cited.size() == kShownCitations) break;
      cited.push_back(places.NumberOf({citation.source_id(), citation.paragraph()}));
    }
    if (cited.empty()) cited.push_back(places.NumberOf({"", static_cast<int>(shown_.size())}));
    cited.resize(kShownCitations, kNowhere);
    if (cited[1] == cited[0]) cited[1] = kNowhere;
    shown_.push_back({cited[0], cited[1], pairs.NumberOf({cited[0], cited[1]}), kNowhere});
  }
  for (Shown& shown : shown_) {
    if (shown.second != kNowhere) shown.turned = pairs.Find({shown.second, shown.first});
  }
  places_ = places.end();
  pairs_ = pairs.end();
}

std::vector<float> Agreement::Served(absl::Span<const float> meant) const {
  // The probability that a topic is meant whose first place is this one, and so on.
  std::vector<float> sums(2 * places_ + pairs_);
  float* first = sums.data();
  float* second = first + places_;
  float* both = second + places_;
  for (size_t i = 0; i < meant.size(); ++i) {
    first[shown_[i].first] += meant[i];
    second[shown_[i].second] += meant[i];
    both[shown_[i].both] += meant[i];
  }
  second[kNowhere] = both[kNowhere] = 0;
  std::vector<float> served(meant.size());
  for (size_t i = 0; i < meant.size(); ++i) {
    const Shown& shown = shown_[i];
    const float by_first = first[shown.first] + first[shown.second];
    float by_second = second[shown.first] + second[shown.second] - both[shown.turned];
    if (shown.second != kNowhere) by_second -= both[shown.both];  // they are served by the first
    served[i] = kSamePlace * by_first + kSecondPlace * by_second + (1 - kSamePlace) * meant[i];
  }
  return served;
}

}  // namespace charley::match
