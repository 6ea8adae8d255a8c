// An inverted index over a pack's examples.

#ifndef CHARLEY_SERVICE_MATCH_EXAMPLE_INDEX_H_
#define CHARLEY_SERVICE_MATCH_EXAMPLE_INDEX_H_

#include <cstdint>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "service/match/terms.h"

namespace charley::match {

// A target and how near its nearest example is.
struct Neighbour {
  int target = -1;
  float cosine = 0;      // of the tf-idf vectors, from 0 to 1
  uint32_t example = 0;  // the nearest one, counted in the order of adding
};

// Numbers terms from 0, in the order of their coming. Stems are few and dense, and have a table.
class TermIds {
 public:
  static constexpr uint32_t kNone = ~uint32_t{0};

  // The number of a term, or kNone.
  uint32_t Find(TermKey key) const;
  // The number of a term; `next` if it has come for the first time.
  uint32_t FindOrAdd(TermKey key, uint32_t next);

 private:
  std::vector<uint32_t> stems_;
  absl::flat_hash_map<TermKey, uint32_t> pairs_;
};

// Examples with their terms as numbers; those without a term are left out.
struct IndexedExamples {
  std::vector<TermKey> keys;     // by term
  std::vector<int32_t> targets;  // by example
  std::vector<uint32_t> ends;    // by example, in `terms`
  std::vector<uint32_t> terms;   // ascending within an example
};

// Collects examples for an index.
class ExampleCollector {
 public:
  void Add(int target, const Terms& terms);
  IndexedExamples Take() && { return std::move(examples_); }

 private:
  IndexedExamples examples_;
  TermIds ids_;
};

// Finds the examples nearest to a message by the cosine of their tf-idf vectors (stems and pairs
// of stems, each counted once; Salton and Buckley 1988). Postings are in order of impact: a term
// weighs most in the shortest example. A search reads a bounded number of postings, the rarest
// terms' first, and then scores the best candidates exactly: its work does not grow with the pack.
// Immutable once built; thread-safe.
class ExampleIndex {
 public:
  explicit ExampleIndex(IndexedExamples examples);

  // The nearest targets, best first, at most `most`; ties in order of adding.
  std::vector<Neighbour> Search(const Terms& query, size_t most) const;

  size_t examples() const { return targets_.size(); }

 private:
  struct QueryTerm {
    uint32_t id;
    float weight;
  };
  struct Candidate {
    uint32_t example;
    float score;
  };

  // The parts of building.
  void CountUses();
  void WeighTerms(const std::vector<TermKey>& keys);
  void ScaleExamples();
  void AddPostings();

  std::vector<QueryTerm> Weigh(const Terms& query, float& norm) const;
  std::vector<Candidate> Gather(const std::vector<QueryTerm>& terms) const;
  float Dot(uint32_t example, const std::vector<QueryTerm>& terms) const;
  uint32_t PostingCount(uint32_t term) const { return first_[term + 1] - first_[term]; }

  TermIds ids_;
  std::vector<float> weights_;      // by term
  std::vector<uint32_t> first_;     // by term, into postings_
  std::vector<uint32_t> postings_;  // examples, greatest impact first
  std::vector<int32_t> targets_;    // by example
  std::vector<float> scale_;        // by example: 1 / norm
  std::vector<uint32_t> forward_;   // by example, into terms_
  std::vector<uint32_t> terms_;     // ids, ascending within an example
  float unknown_weight_ = 0;        // of a term that no example holds
};

}  // namespace charley::match

#endif  // CHARLEY_SERVICE_MATCH_EXAMPLE_INDEX_H_
