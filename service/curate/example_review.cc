#include "service/curate/example_review.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "service/text/message.h"

namespace charley::curate {
namespace {

using Words = std::vector<std::string>;  // sorted, distinct

// The examples of a topic as words.
struct Voices {
  std::map<std::string, int> starts;  // examples by their first word
  std::vector<Words> examples;
};

Voices VoicesOf(const knowledge::v1::Topic& topic) {
  Voices voices;
  for (const std::string& example : topic.examples()) {
    const text::Message message = text::ReadMessage(example);
    Words words;
    for (const text::Word& word : message.words) words.emplace_back(message.Form(word));
    if (!words.empty()) ++voices.starts[words.front()];
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    voices.examples.push_back(std::move(words));
  }
  return voices;
}

bool AreTwins(const Words& a, const Words& b) {
  Words common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
  const size_t all = a.size() + b.size() - common.size();
  return static_cast<double>(common.size()) >= kTwinShare * static_cast<double>(all);
}

long CountTwins(const std::vector<Words>& examples) {
  return std::count_if(examples.begin(), examples.end(), [&](const Words& one) {
    return std::any_of(examples.begin(), examples.end(),
                       [&](const Words& other) { return &one != &other && AreTwins(one, other); });
  });
}

class Review {
 public:
  void Add(const knowledge::v1::Topic& topic) {
    where_ = absl::StrCat("topic ", topic.id());
    const int count = topic.examples_size();
    if (count < kEnoughExamples) {
      Warn(absl::StrCat("is thin: it has ", count, " examples"),
           absl::StrCat("write ", kEnoughExamples, " or more, each as another person would type"));
    }
    if (count == 0) return;
    const Voices voices = VoicesOf(topic);
    AddStarts(voices.starts, count);
    const long twins = CountTwins(voices.examples);
    if (static_cast<double>(twins) <= kMostTwins * count) return;
    Warn(absl::StrCat("is one-voiced: ", twins, " of ", count,
                      " share half of their words with another one"),
         "keep one of each such group, and ask in other words");
  }

  std::vector<knowledge::Problem> Take() && { return std::move(problems_); }

 private:
  void AddStarts(const std::map<std::string, int>& starts, int count) {
    const auto commonest = std::max_element(
        starts.begin(), starts.end(),
        [](const auto& one, const auto& other) { return one.second < other.second; });
    if (commonest == starts.end() || commonest->second <= kMostSameStart * count) return;
    Warn(absl::StrCat("is one-voiced: ", commonest->second, " of ", count, " begin with '",
                      commonest->first, "'"),
         "begin as other people would: with what hurts, with what they did, in the middle");
  }

  void Warn(std::string what, std::string remedy) {
    problems_.push_back(
        {knowledge::Severity::kWarning, where_, std::move(what), std::move(remedy)});
  }

  std::string where_;
  std::vector<knowledge::Problem> problems_;
};

}  // namespace

std::vector<knowledge::Problem> ReviewExamples(const knowledge::v1::Pack& pack) {
  Review review;
  for (const knowledge::v1::Topic& topic : pack.topics()) review.Add(topic);
  return std::move(review).Take();
}

}  // namespace charley::curate
