// Messages that are, word for word, a topic's title or one of a pack's examples.

#ifndef CHARLEY_SERVICE_MATCH_EXACT_H_
#define CHARLEY_SERVICE_MATCH_EXACT_H_

#include <cstdint>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/types/span.h"
#include "charley/knowledge/v1/pack.pb.h"
#include "service/match/matcher.h"
#include "service/match/targets.h"
#include "service/text/message.h"

namespace charley::match {

// Finds the target of a message that equals a title or an example after normalising; a title wins
// over an example. Messages are compared by a 64-bit hash of their words. Immutable; thread-safe.
class ExactTexts {
 public:
  // What stands for a message: a hash of its words, or 0 when it has none.
  using Key = uint64_t;
  static Key KeyOf(const text::Message& message);

  // Reads the titles and examples of a pack.
  explicit ExactTexts(const knowledge::v1::Pack& pack);
  // Takes them as they were read: a key for each text that ForEachExample visits, in its order.
  ExactTexts(const knowledge::v1::Pack& pack, absl::Span<const Key> keys);

  // The target, or -1.
  int Find(const text::Message& message) const;

 private:
  // How long a message's words are, one after another, as a hash: most messages have the shape of
  // no text, which is told without reading their letters.
  static uint16_t ShapeOf(const text::Message& message);
  void AddAll(const knowledge::v1::Pack& pack, absl::Span<const Key> keys);
  // Unless an earlier text has the same words, or there are none.
  void Add(Key key, int target);

  absl::flat_hash_map<Key, int32_t> targets_;
  std::vector<bool> shapes_;  // by shape: some text has it; empty: nobody read the texts
};

// The match of such a message: certain.
Match ExactMatch(int target, const Targets& targets);

}  // namespace charley::match

#endif  // CHARLEY_SERVICE_MATCH_EXACT_H_
