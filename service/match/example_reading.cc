#include "service/match/example_reading.h"

#include <algorithm>
#include <deque>
#include <functional>
#include <future>
#include <string>
#include <vector>

#include "absl/types/span.h"
#include "service/match/targets.h"
#include "service/text/reading.h"

namespace charley::match {
namespace {

// Enough that a thread pays, few enough that what waits takes a megabyte.
constexpr size_t kExamplesOfBlock = 2048;
constexpr size_t kBlocksAhead = 2;
constexpr int kMostTopicsForPairs = 5000;

struct Example {
  int target;
  const std::string* text;
};

std::vector<ReadExample> ReadBlock(absl::Span<const Example> examples,
                                   const text::Vocabulary& vocabulary, bool pairs) {
  std::vector<ReadExample> read;
  read.reserve(examples.size());
  for (const Example& example : examples) {
    const text::Reading reading = text::Read(*example.text, vocabulary);
    read.push_back({example.target, ExactTexts::KeyOf(reading.message), TermsOf(reading, pairs)});
  }
  return read;
}

}  // namespace

bool PairsAreIndexed(const knowledge::v1::Pack& pack) {
  return pack.topics_size() <= kMostTopicsForPairs;
}

void ForEachReadExample(const knowledge::v1::Pack& pack, const text::Vocabulary& vocabulary,
                        bool pairs, absl::FunctionRef<void(const ReadExample& example)> visit) {
  std::vector<Example> examples;
  ForEachExample(pack, [&examples](int target, const std::string& text) {
    examples.push_back({target, &text});
  });
  absl::Span<const Example> left = absl::MakeConstSpan(examples);
  std::deque<std::future<std::vector<ReadExample>>> ahead;
  const auto start_next = [&] {
    if (left.empty()) return;
    const size_t count = std::min(left.size(), kExamplesOfBlock);
    ahead.push_back(
        std::async(std::launch::async, ReadBlock, left.first(count), std::cref(vocabulary), pairs));
    left.remove_prefix(count);
  };
  for (size_t i = 0; i < kBlocksAhead; ++i) start_next();
  while (!ahead.empty()) {
    const std::vector<ReadExample> block = ahead.front().get();
    ahead.pop_front();
    start_next();
    for (const ReadExample& example : block) visit(example);
  }
}

}  // namespace charley::match
