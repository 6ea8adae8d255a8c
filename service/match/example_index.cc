#include "service/match/example_index.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "absl/base/casts.h"
#include "service/text/prefetch.h"

namespace charley::match {
namespace {

// Postings that one search reads at most: 32 KiB of index.
constexpr size_t kMostPostings = 8192;
// Postings of one term: a term with more says little, and its shortest examples come first.
constexpr size_t kMostPostingsOfTerm = 2048;
// Candidates that are scored exactly.
constexpr size_t kMostCandidates = 64;
// Terms of a message that are looked up, the rarest first: a story's other words add nothing.
constexpr size_t kMostTerms = 48;
// What a pair of words weighs beside a word.
constexpr float kPairWeight = 0.5F;
// Examples whose terms are asked of memory before they are used.
constexpr size_t kAhead = 8;

float InverseFrequency(size_t examples, size_t uses) {
  return static_cast<float>(
      std::log((1.0 + static_cast<double>(examples)) / (1.0 + static_cast<double>(uses))) + 0.1);
}

// Examples by descending scale, and then as they were added.
std::vector<uint32_t> ByImpact(const std::vector<float>& scales) {
  std::vector<uint64_t> keys;  // positive floats are in the order of their bits
  keys.reserve(scales.size());
  for (size_t example = 0; example < scales.size(); ++example) {
    keys.push_back(uint64_t{~absl::bit_cast<uint32_t>(scales[example])} << 32 | example);
  }
  std::sort(keys.begin(), keys.end());
  return {keys.begin(), keys.end()};
}

// Sums of scores by example, for a bounded number of them: open addressing, no deletion.
class Sums {
 public:
  explicit Sums(size_t most) {
    size_t size = 64;
    while (size < most * 2) size *= 2;
    slots_.resize(size);
    mask_ = size - 1;
  }

  void Add(uint32_t example, float score) {
    size_t at = (example * 2654435761U) & mask_;
    while (slots_[at].example_plus_1 != 0 && slots_[at].example_plus_1 != example + 1) {
      at = (at + 1) & mask_;
    }
    slots_[at].example_plus_1 = example + 1;
    slots_[at].score += score;
  }

  template <typename Visitor>
  void ForEach(Visitor visit) const {
    for (const Slot& slot : slots_) {
      if (slot.example_plus_1 != 0) visit(slot.example_plus_1 - 1, slot.score);
    }
  }

 private:
  struct Slot {
    uint32_t example_plus_1 = 0;
    float score = 0;
  };
  std::vector<Slot> slots_;
  size_t mask_ = 0;
};

}  // namespace

uint32_t TermIds::Find(TermKey key) const {
  if (!IsPair(key)) return key < stems_.size() ? stems_[key] : kNone;
  const auto it = pairs_.find(key);
  return it == pairs_.end() ? kNone : it->second;
}

uint32_t TermIds::FindOrAdd(TermKey key, uint32_t next) {
  if (IsPair(key)) return pairs_.try_emplace(key, next).first->second;
  if (key >= stems_.size()) stems_.resize(std::max<size_t>(key + 1, 2 * stems_.size()), kNone);
  if (stems_[key] == kNone) stems_[key] = next;
  return stems_[key];
}

void ExampleCollector::Add(int target, const Terms& terms) {
  if (terms.keys.empty()) return;
  examples_.targets.push_back(target);
  const size_t begin = examples_.terms.size();
  for (const TermKey key : terms.keys) {
    const uint32_t id = ids_.FindOrAdd(key, static_cast<uint32_t>(examples_.keys.size()));
    if (id == examples_.keys.size()) examples_.keys.push_back(key);
    examples_.terms.push_back(id);
  }
  std::sort(examples_.terms.begin() + static_cast<std::ptrdiff_t>(begin), examples_.terms.end());
  examples_.ends.push_back(static_cast<uint32_t>(examples_.terms.size()));
}

ExampleIndex::ExampleIndex(IndexedExamples examples)
    : first_(examples.keys.size() + 1),
      targets_(std::move(examples.targets)),
      terms_(std::move(examples.terms)) {
  for (size_t id = 0; id < examples.keys.size(); ++id) {
    ids_.FindOrAdd(examples.keys[id], static_cast<uint32_t>(id));
  }
  forward_ = std::move(examples.ends);
  forward_.insert(forward_.begin(), 0);
  CountUses();
  WeighTerms(examples.keys);
  ScaleExamples();
  AddPostings();
}

void ExampleIndex::CountUses() {
  for (const uint32_t term : terms_) ++first_[term + 1];
  std::partial_sum(first_.begin(), first_.end(), first_.begin());
}

void ExampleIndex::WeighTerms(const std::vector<TermKey>& keys) {
  weights_.reserve(keys.size());
  for (uint32_t id = 0; id < keys.size(); ++id) {
    weights_.push_back(InverseFrequency(examples(), PostingCount(id)) *
                       (IsPair(keys[id]) ? kPairWeight : 1));
  }
  unknown_weight_ = InverseFrequency(examples(), 0);
}

void ExampleIndex::ScaleExamples() {
  scale_.reserve(examples());
  for (size_t example = 0; example < examples(); ++example) {
    float square = 0;
    for (uint32_t i = forward_[example]; i < forward_[example + 1]; ++i) {
      square += weights_[terms_[i]] * weights_[terms_[i]];
    }
    scale_.push_back(1 / std::sqrt(square));
  }
}

void ExampleIndex::AddPostings() {
  postings_.resize(terms_.size());
  std::vector<uint32_t> next(first_.begin(), first_.end() - 1);
  const std::vector<uint32_t> by_impact = ByImpact(scale_);
  for (size_t i = 0; i < by_impact.size(); ++i) {
    if (i + kAhead < by_impact.size()) {
      text::Prefetch(terms_.data() + forward_[by_impact[i + kAhead]]);
    }
    const uint32_t example = by_impact[i];
    for (uint32_t at = forward_[example]; at < forward_[example + 1]; ++at) {
      postings_[next[terms_[at]]++] = example;
    }
  }
}

std::vector<ExampleIndex::QueryTerm> ExampleIndex::Weigh(const Terms& query, float& norm) const {
  std::vector<QueryTerm> terms;
  terms.reserve(query.keys.size());
  float square = static_cast<float>(query.unknown_words) * unknown_weight_ * unknown_weight_;
  for (const TermKey key : query.keys) {
    const uint32_t id = ids_.Find(key);
    const bool is_known = id != TermIds::kNone;
    const float weight = is_known ? weights_[id] : unknown_weight_ * (IsPair(key) ? 0 : 1);
    square += weight * weight;
    if (is_known) terms.push_back({id, weight});
  }
  norm = std::sqrt(square);
  std::sort(terms.begin(), terms.end(), [this](const QueryTerm& a, const QueryTerm& b) {
    const uint32_t uses_a = PostingCount(a.id);
    const uint32_t uses_b = PostingCount(b.id);
    return uses_a != uses_b ? uses_a < uses_b : a.id < b.id;
  });
  if (terms.size() > kMostTerms) terms.resize(kMostTerms);
  return terms;
}

std::vector<ExampleIndex::Candidate> ExampleIndex::Gather(
    const std::vector<QueryTerm>& terms) const {
  size_t total = 0;
  for (const QueryTerm& term : terms) {
    total += std::min<size_t>(PostingCount(term.id), kMostPostingsOfTerm);
  }
  size_t left = std::min(total, kMostPostings);
  Sums sums(left);
  for (const QueryTerm& term : terms) {
    const size_t count =
        std::min({static_cast<size_t>(PostingCount(term.id)), kMostPostingsOfTerm, left});
    const uint32_t* posting = postings_.data() + first_[term.id];
    const float weight = term.weight * term.weight;
    for (size_t i = 0; i < count; ++i) sums.Add(posting[i], weight * scale_[posting[i]]);
    left -= count;
  }
  std::vector<Candidate> candidates;
  candidates.reserve(left);
  sums.ForEach([&candidates](uint32_t example, float score) {
    candidates.push_back({example, score});
  });
  const auto better = [](const Candidate& a, const Candidate& b) {
    return a.score != b.score ? a.score > b.score : a.example < b.example;
  };
  if (candidates.size() > kMostCandidates) {
    std::nth_element(candidates.begin(),
                     candidates.begin() + static_cast<std::ptrdiff_t>(kMostCandidates),
                     candidates.end(), better);
    candidates.resize(kMostCandidates);
  }
  return candidates;
}

float ExampleIndex::Dot(uint32_t example, const std::vector<QueryTerm>& terms) const {
  const auto begin = terms_.begin() + forward_[example];
  const auto end = terms_.begin() + forward_[example + 1];
  float dot = 0;
  for (const QueryTerm& term : terms) {
    if (std::binary_search(begin, end, term.id)) dot += term.weight * term.weight;
  }
  return dot * scale_[example];
}

std::vector<Neighbour> ExampleIndex::Search(const Terms& query, size_t most) const {
  float norm = 0;
  const std::vector<QueryTerm> terms = Weigh(query, norm);
  std::vector<Candidate> candidates = Gather(terms);
  for (Candidate& candidate : candidates) candidate.score = Dot(candidate.example, terms) / norm;
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.score != b.score ? a.score > b.score : a.example < b.example;
  });
  std::vector<Neighbour> nearest;
  for (const Candidate& candidate : candidates) {
    const int target = targets_[candidate.example];
    const bool seen = std::any_of(nearest.begin(), nearest.end(),
                                  [target](const Neighbour& n) { return n.target == target; });
    if (seen) continue;
    nearest.push_back({target, candidate.score, candidate.example});
    if (nearest.size() == most) break;
  }
  return nearest;
}

}  // namespace charley::match
