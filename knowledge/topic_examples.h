// The example questions of a pack's topics, or as many of them as a learner has use for.

#ifndef CHARLEY_KNOWLEDGE_TOPIC_EXAMPLES_H_
#define CHARLEY_KNOWLEDGE_TOPIC_EXAMPLES_H_

#include <cstddef>

#include "charley/knowledge/v1/pack.pb.h"

namespace charley::knowledge {

// Examples of topics that are learned as messages without a red flag, for each learner: more of
// them add time and no accuracy.
inline constexpr size_t kMostForTriage = 12000;

// Calls `visit(example)` for at most `most` examples, in the pack's order, spread evenly over all:
// every one, every second, every third ... A pack of many thousand topics has more than are worth
// the time to learn from as ordinary messages.
template <typename Visitor>
void ForSomeExamples(const v1::Pack& pack, size_t most, Visitor visit) {
  size_t count = 0;
  for (const auto& topic : pack.topics()) count += static_cast<size_t>(topic.examples_size());
  const size_t step = count <= most ? 1 : (count + most - 1) / most;
  size_t next = 0;
  for (const auto& topic : pack.topics()) {
    for (const auto& example : topic.examples()) {
      if (next++ % step == 0) visit(example);
    }
  }
}

}  // namespace charley::knowledge

#endif  // CHARLEY_KNOWLEDGE_TOPIC_EXAMPLES_H_
