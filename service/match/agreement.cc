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

using Place = std::pair<std::string, int>;  // a source and a paragraph

// The distinct citations that a reader of each topic's answer sees, as numbers of places. A topic
// without a citation has a place of its own.
std::vector<std::vector<uint32_t>> PlacesOf(const knowledge::v1::Pack& pack) {
  std::map<Place, uint32_t> numbers;
  const auto number_of = [&numbers](Place place) {
    return numbers.try_emplace(std::move(place), static_cast<uint32_t>(numbers.size()))
        .first->second;
  };
  std::vector<std::vector<uint32_t>> places;
  for (const auto& topic : pack.topics()) {
    std::vector<uint32_t> shown;
    for (int i = 0; i < std::min(topic.citations_size(), kShownCitations); ++i) {
      const auto& citation = topic.citations(i);
      const uint32_t place = number_of({citation.source_id(), citation.paragraph()});
      if (shown.empty() || shown.front() != place) shown.push_back(place);
    }
    if (shown.empty()) shown.push_back(number_of({"", static_cast<int>(places.size())}));
    places.push_back(std::move(shown));
  }
  return places;
}

// What an answer that shows some places is worth to who meant a topic that shows others.
float WorthOf(const std::vector<uint32_t>& answered, const std::vector<uint32_t>& meant) {
  const auto shows = [&answered](uint32_t place) {
    return std::find(answered.begin(), answered.end(), place) != answered.end();
  };
  if (shows(meant.front())) return kSamePlace;
  return shows(meant.back()) ? kSecondPlace : 0;
}

}  // namespace

Agreement::Agreement(const knowledge::v1::Pack& pack) {
  const std::vector<std::vector<uint32_t>> places = PlacesOf(pack);
  for (size_t answered = 0; answered < places.size(); ++answered) {
    first_places_.push_back(places[answered].front());
    for (uint32_t meant = 0; meant < places.size(); ++meant) {
      const float worth = meant == answered ? 1 : WorthOf(places[answered], places[meant]);
      if (worth > 0) services_.push_back({meant, worth});
    }
    begins_.push_back(static_cast<uint32_t>(services_.size()));
  }
}

float Agreement::Served(size_t topic, absl::Span<const float> meant) const {
  const float* const chance = meant.data();  // a span checks each index
  const Service* const end = services_.data() + begins_[topic + 1];
  float served = 0;
  for (const Service* service = services_.data() + begins_[topic]; service != end; ++service) {
    served += service->worth * chance[service->topic];
  }
  return served;
}

}  // namespace charley::match
