#include "service/match/agreement.h"

#include <algorithm>
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

using Places = std::vector<int>;

}  // namespace

Agreement::Agreement(const knowledge::v1::Pack& pack) {
  std::map<std::pair<std::string, int>, int> numbers;
  std::vector<Places> places;
  for (const auto& topic : pack.topics()) {
    Places& shown = places.emplace_back();
    for (int i = 0; i < std::min(topic.citations_size(), kShownCitations); ++i) {
      const auto key =
          std::make_pair(topic.citations(i).source_id(), topic.citations(i).paragraph());
      shown.push_back(numbers.try_emplace(key, static_cast<int>(numbers.size())).first->second);
    }
    place_.push_back(shown.empty() ? -1 : shown.front());
  }
  for (size_t answered = 0; answered < places.size(); ++answered) {
    begins_.push_back(worths_.size());
    for (size_t meant = 0; meant < places.size(); ++meant) {
      const auto cites = [&](size_t i) {
        return i < places[meant].size() &&
               std::count(places[answered].begin(), places[answered].end(), places[meant][i]) > 0;
      };
      const float share = answered == meant ? 1.0F
                          : cites(0)        ? kSamePlace
                          : cites(1)        ? kSecondPlace
                                            : 0.0F;
      if (share > 0) worths_.push_back({static_cast<uint32_t>(meant), share});
    }
  }
  begins_.push_back(worths_.size());
}

float Agreement::Served(size_t topic, absl::Span<const float> meant) const {
  float sum = 0;
  for (size_t i = begins_[topic]; i < begins_[topic + 1]; ++i) {
    sum += worths_[i].share * meant[worths_[i].meant];
  }
  return sum;
}

}  // namespace charley::match
