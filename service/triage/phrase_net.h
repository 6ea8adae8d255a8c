// All phrases of a pack in one net of words, so that one pass over a message finds every mention.

#ifndef CHARLEY_SERVICE_TRIAGE_PHRASE_NET_H_
#define CHARLEY_SERVICE_TRIAGE_PHRASE_NET_H_

#include <array>
#include <cstdint>
#include <iterator>
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
#include "service/triage/ranked_set.h"

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
  enum class Step : uint32_t { kStem = 0, kExact = 1, kMeaning = 2, kAny = 3, kGap = 4 };
  static constexpr size_t kSteps = 5;

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

  // A step from one node to another, with what is needed to turn away from that one at once.
  class Edge {
   public:
    Edge(uint32_t mixed_key, NodeId node, uint64_t bits, bool is_stop)
        : mixed_key_(mixed_key), bits_(Fold(bits)), node_(node & 0x7FFFFFFFu), is_stop_(is_stop) {}

    uint32_t mixed_key() const { return mixed_key_; }
    NodeId node() const { return node_; }
    // Whether anything may come of it before a word that has `word_bits`.
    bool IsWorth(uint64_t word_bits) const { return is_stop_ || (bits_ & Fold(word_bits)) != 0; }

   private:
    static constexpr uint32_t Fold(uint64_t bits) {
      return static_cast<uint32_t>(bits) | static_cast<uint32_t>(bits >> 32);
    }

    uint32_t mixed_key_;  // of the step
    uint32_t bits_;       // as Bits of the node, folded
    uint32_t node_ : 31;
    uint32_t is_stop_ : 1;  // a phrase ends there, or a gap follows: no word can turn it away
  };

  // Where the first step of a phrase leads, or kRoot when no phrase begins so.
  NodeId Begin(Step step, uint32_t symbol) const {
    const Beginnings& begun = begun_[static_cast<size_t>(step)];
    const uint32_t rank = begun.symbols.Rank(symbol);
    return rank == RankedSet::kNone ? kRoot : begun.first + rank;
  }
  // Calls `visit` with every node that a gap leads to.
  template <typename Visit>
  void ForEachBeyond(NodeId node, Visit visit) const {
    if (!Has(node, Step::kGap)) return;
    if (node < beyonds_.size()) return visit(beyonds_[node]);
    for (const Edge& edge : FindEdges(node, Mix(Key(Step::kGap, 0)))) visit(edge.node());
  }

  // Where a step leads from a node that is not the root. Not for gaps.
  absl::Span<const Edge> Next(NodeId node, Step step, uint32_t symbol) const {
    if (!Has(node, step)) return {};
    const uint32_t mixed_key = Mix(Key(step, symbol));
    if (step != Step::kAny && !MayStep(node, mixed_key)) return {};
    return FindEdges(node, mixed_key);
  }
  bool Has(NodeId node, Step step) const {
    return (nodes_[node].steps & (1u << static_cast<unsigned>(step))) != 0;
  }
  bool IsLeaf(NodeId node) const { return nodes_[node].steps == 0; }
  // A bit for a word or meaning. A node whose Bits hold none of a word's bits has no step for it:
  // most words are turned away by this alone (a Bloom filter of one hash; Bloom 1970).
  static uint64_t Bit(Step step, uint32_t symbol) {
    return uint64_t{1} << (Mix(Key(step, symbol)) >> 26);
  }
  // The bit that every word has, known or not.
  static constexpr uint64_t kWordBit = uint64_t{1} << 63;
  // The bits of every step from a node; kWordBit where any word leads on.
  uint64_t Bits(NodeId node) const { return nodes_[node].bits; }
  // The meanings of the phrases that end at a node.
  absl::Span<const MeaningId> Ends(NodeId node) const {
    const uint32_t first = nodes_[node].first_end;
    return {ends_.data() + first, nodes_[node + 1].first_end - first};
  }
  const std::vector<NumberRange>& number_ranges() const { return ranges_; }
  size_t meaning_count() const { return names_.size(); }
  const std::string& Name(MeaningId meaning) const { return names_[meaning]; }

 private:
  // Half of a walk's time is waiting for memory: nodes and edges are as small as they can be, and
  // what a walk comes to next lies near. A node has what the next one begins with: one more stands
  // at the end.
  struct Node {
    uint64_t bits;
    uint32_t steps : kSteps;  // which kinds of step lead on
    uint32_t first_edge : 32 - kSteps;
    uint32_t first_end;  // in ends_
  };
  // Where first steps of a kind lead: to nodes that follow each other in the order of symbols.
  struct Beginnings {
    RankedSet symbols;
    NodeId first = kRoot;
  };
  using Frontier = std::vector<NodeId>;  // sorted: where the words so far may have led

  static constexpr uint32_t kStepBits = 3;
  static constexpr uint32_t kStepMask = (1u << kStepBits) - 1;
  static constexpr uint32_t kStepsMask = (1u << kSteps) - 1;
  static constexpr uint32_t kEdgeMask = 0xFFFFFFFFu >> kSteps;  // no memory holds more edges

  static constexpr uint32_t Key(Step step, uint32_t symbol) {
    return (symbol << kStepBits) | static_cast<uint32_t>(step);
  }
  // Spreads keys over all 32 bits, no two onto one (multiplicative hashing; Knuth 1973).
  static constexpr uint32_t Mix(uint32_t key) { return key * 0x9E3779B1u; }
  // Whether a node may have a step. Its own bits tell of a few steps; where hundreds follow a word,
  // a bit of all steps that there are does, in a table that a near cache holds, as it holds no
  // edges.
  bool MayStep(NodeId node, uint32_t mixed_key) const {
    if ((Bits(node) & uint64_t{1} << (mixed_key >> 26)) == 0) return false;
    const uint32_t bit = FilterBit(node, mixed_key);
    return (filter_.data()[bit / 64] >> (bit % 64) & 1) != 0;
  }
  static constexpr uint32_t kFilterBits = 19;  // the table is of so many bits, as a power of two
  static constexpr uint32_t FilterBit(NodeId node, uint32_t mixed_key) {
    return Mix(mixed_key ^ node * 0x85EBCA6Bu) >> (32 - kFilterBits);
  }
  // Where an edge of a node is to be expected.
  const Edge* Guess(NodeId node, uint32_t mixed_key) const {
    const uint32_t first = nodes_[node].first_edge;
    const uint64_t count = nodes_[node + 1].first_edge - first;
    return edges_.data() + first + ((mixed_key * count) >> 32);
  }
  // A node's edges of one key. Mixed keys are spread evenly: where one stands in their order is
  // known to within a few places, where a binary search would read all over (interpolation search;
  // Peterson 1957).
  absl::Span<const Edge> FindEdges(NodeId node, uint32_t mixed_key) const {
    const Edge* begin = edges_.data() + nodes_[node].first_edge;
    const Edge* end = edges_.data() + nodes_[node + 1].first_edge;
    const Edge* at = Guess(node, mixed_key);
    while (at != begin && std::prev(at)->mixed_key() >= mixed_key) --at;
    while (at != end && at->mixed_key() < mixed_key) ++at;
    size_t count = 0;
    while (at + count != end && at[count].mixed_key() == mixed_key) ++count;
    return {at, count};
  }
  absl::StatusOr<Frontier> Extend(Frontier from, const PhraseSequence& sequence,
                                  const text::Vocabulary& vocabulary);
  absl::StatusOr<Frontier> ExtendChoice(const Frontier& from, const PhraseToken& choice,
                                        const text::Vocabulary& vocabulary);
  absl::StatusOr<std::pair<Step, uint32_t>> StepOf(const PhraseToken& token,
                                                   const text::Vocabulary& vocabulary);
  NodeId Join(const Frontier& from, Step step, uint32_t symbol);
  // One node with the steps and the ends of several (Rabin and Scott 1959).
  NodeId Merge(const Frontier& nodes);
  // Makes every first word of a phrase lead to one node, also beyond a gap that follows: "my"
  // stands in hundreds of choices, each of which leads on from a node of its own. Further on the
  // nodes are few, and merging them all would take a quarter of the start.
  void MergeBeginnings();
  // Numbers the nodes that a walk can reach: first those that phrases begin at, one for each first
  // step, then those beyond a gap that follows one; then each before those that it leads to, so
  // that those lie beside it.
  void NumberReached();
  void NumberBeginnings();
  void NumberBeyonds();
  // Whether a step is told by beyonds_.
  bool IsBeyond(size_t place, uint32_t key) const {
    return place < beyonds_.size() && key == Key(Step::kGap, 0);
  }
  void Number(NodeId node);
  void AddTargets(NodeId node, std::vector<NodeId>& open) const;
  void Reserve();

  NodeId AddNode();
  Node EmptyNode() const;         // the one that follows what is frozen so far
  void FreezeNode(size_t place);  // in reached_
  // The keys of a node's steps in the order of its edges.
  std::vector<uint32_t> KeysOf(NodeId node) const;
  void AddEdge(NodeId from, uint32_t key, NodeId to);

  // While it is filled.
  std::vector<absl::flat_hash_map<uint32_t, std::vector<NodeId>>> building_ =
      std::vector<absl::flat_hash_map<uint32_t, std::vector<NodeId>>>(1);  // by node and key
  std::vector<std::vector<MeaningId>> ending_ = std::vector<std::vector<MeaningId>>(1);
  std::map<std::pair<Frontier, uint32_t>, NodeId> joined_;
  std::map<std::pair<Frontier, std::string>, Frontier> chosen_;
  std::map<Frontier, NodeId> merged_;
  std::vector<NodeId> reached_;  // by number; where several phrases begin, more than once
  std::vector<NodeId> numbers_;  // by node, its first one; kRoot: it has none yet
  // Frozen.
  std::vector<Node> nodes_;
  std::array<Beginnings, kSteps> begun_;  // by step
  std::vector<NodeId> beyonds_;           // by node that phrases begin at; kRoot: no gap follows
  std::vector<Edge> edges_;               // by node, then by mixed key
  std::vector<uint64_t> filter_;          // bits, by FilterBit
  std::vector<MeaningId> ends_;
  std::vector<std::string> names_;
  absl::flat_hash_map<std::string, MeaningId> ids_;
  std::vector<NumberRange> ranges_;
};

}  // namespace charley::triage

#endif  // CHARLEY_SERVICE_TRIAGE_PHRASE_NET_H_
