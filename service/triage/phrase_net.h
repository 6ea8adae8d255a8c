// All phrases of a pack in one net of words, so that one pass over a message finds every mention.

#ifndef CHARLEY_SERVICE_TRIAGE_PHRASE_NET_H_
#define CHARLEY_SERVICE_TRIAGE_PHRASE_NET_H_

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "service/text/vocabulary.h"
#include "service/triage/phrase_notation.h"

namespace charley::triage {

// What a phrase stands for: a concept, a cue, a group of concepts ("body.*"), a number range, or
// the exceptions of a concept. Dense, from 0.
using MeaningId = uint16_t;
inline constexpr MeaningId kNoMeaning = 0xFFFF;

// A net of nodes: phrases that begin alike share their first nodes, and the alternatives of a
// choice meet again in one, so that its size is that of what curators write. Filled with Add, then
// closed with Freeze; immutable and thread-safe from then on.
class PhraseNet {
 public:
  using NodeId = uint32_t;
  static constexpr NodeId kRoot = 0;

  // What leads from one node to the next.
  enum class Step : uint64_t { kStem = 0, kExact = 1, kMeaning = 2, kAny = 3, kGap = 4 };

  // A range of numbers that some phrase names.
  struct NumberRange {
    double low = 0;
    double high = 0;
    MeaningId meaning = kNoMeaning;
  };

  // A meaning's id by its name; added when new.
  MeaningId Intern(absl::string_view name);
  // A meaning's id by its name, or kNoMeaning.
  MeaningId Find(absl::string_view name) const;

  // Adds a phrase. Meanings that it names are interned. INVALID_ARGUMENT: a word that the
  // vocabulary does not hold.
  absl::Status Add(const PhraseSequence& phrase, MeaningId meaning,
                   const text::Vocabulary& vocabulary);
  // Ends the building.
  void Freeze();

  // The nodes to which a step leads.
  absl::Span<const NodeId> Next(NodeId node, Step step, uint32_t symbol) const {
    if (!Has(node, step)) return {};
    const auto it = edges_.find(Key(node, step, symbol));
    if (it == edges_.end()) return {};
    return absl::MakeConstSpan(targets_).subspan(it->second.first, it->second.second);
  }
  bool Has(NodeId node, Step step) const {
    return (nodes_[node].steps & (1u << static_cast<unsigned>(step))) != 0;
  }
  bool IsLeaf(NodeId node) const { return nodes_[node].steps == 0; }
  const std::vector<MeaningId>& Ends(NodeId node) const { return nodes_[node].ends; }
  const std::vector<NumberRange>& number_ranges() const { return ranges_; }
  size_t meaning_count() const { return names_.size(); }
  const std::string& Name(MeaningId meaning) const { return names_[meaning]; }

 private:
  struct Node {
    uint8_t steps = 0;            // which kinds of step lead on
    std::vector<MeaningId> ends;  // meanings of the phrases that end here
  };
  using Frontier = std::vector<NodeId>;  // sorted: where the words so far may have led

  static uint64_t Key(NodeId node, Step step, uint32_t symbol) {
    return (static_cast<uint64_t>(node) << 35) | (static_cast<uint64_t>(step) << 32) | symbol;
  }
  absl::StatusOr<Frontier> Extend(Frontier from, const PhraseSequence& sequence,
                                  const text::Vocabulary& vocabulary);
  absl::StatusOr<Frontier> ExtendChoice(const Frontier& from, const PhraseToken& choice,
                                        const text::Vocabulary& vocabulary);
  absl::StatusOr<std::pair<Step, uint32_t>> StepOf(const PhraseToken& token,
                                                   const text::Vocabulary& vocabulary);
  NodeId Join(const Frontier& from, Step step, uint32_t symbol);

  std::vector<Node> nodes_ = std::vector<Node>(1);
  std::map<uint64_t, std::vector<NodeId>> building_;
  std::map<std::pair<Frontier, uint64_t>, NodeId> joined_;
  std::map<std::pair<Frontier, std::string>, Frontier> chosen_;
  absl::flat_hash_map<uint64_t, std::pair<uint32_t, uint32_t>> edges_;  // begin and count
  std::vector<NodeId> targets_;
  std::vector<std::string> names_;
  absl::flat_hash_map<std::string, MeaningId> ids_;
  std::vector<NumberRange> ranges_;
};

}  // namespace charley::triage

#endif  // CHARLEY_SERVICE_TRIAGE_PHRASE_NET_H_
