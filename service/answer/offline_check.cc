#include "service/answer/offline_check.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "service/text/plain_words.h"

namespace charley::answer {

std::vector<std::string> OfflineFeatures(absl::Span<const std::string> messages) {
  std::vector<std::string> features;
  for (const std::string& message : messages) {
    const std::vector<std::string> words = text::PlainWords(message, kOfflineWordLength);
    for (size_t i = 0; i < words.size(); ++i) {
      features.push_back(words[i]);
      if (i > 0) features.push_back(absl::StrCat(words[i - 1], " ", words[i]));
    }
  }
  std::sort(features.begin(), features.end());
  features.erase(std::unique(features.begin(), features.end()), features.end());
  return features;
}

int OfflineScore(const knowledge::v1::OfflineCheckModel& model,
                 absl::Span<const std::string> features) {
  int score = 0;
  for (const std::string& feature : features) {
    const auto it = std::lower_bound(model.features().begin(), model.features().end(), feature);
    if (it == model.features().end() || *it != feature) continue;
    score += model.weights(static_cast<int>(it - model.features().begin()));
  }
  return score;
}

}  // namespace charley::answer
