#include "service/match/example_index.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

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

float InverseFrequency(size_t examples, size_t uses) {
  return static_cast<float>(
      std::log((1.0 + static_cast<double>(examples)) / (1.0 + static_cast<double>(uses))) + 0.1);
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

void ExampleIndex::Builder::Add(int target, const Terms& terms) {
  if (terms.keys.empty()) return;
  targets_.push_back(target);
  const size_t begin = terms_.size();
  for (const TermKey key : terms.keys) {
    const uint32_t id = ids_.FindOrAdd(key, static_cast<uint32_t>(uses_.size()));
    if (id == uses_.size()) {
      uses_.push_back(0);
      pair_.push_back(IsPair(key));
    }
    ++uses_[id];
    terms_.push_back(id);
  }
  std::sort(terms_.begin() + static_cast<std::ptrdiff_t>(begin), terms_.end());
  ends_.push_back(static_cast<uint32_t>(terms_.size()));
}

ExampleIndex ExampleIndex::Builder::Build() && {
  ExampleIndex index;
  const size_t count = targets_.size();
  index.weights_.reserve(uses_.size());
  for (size_t id = 0; id < uses_.size(); ++id) {
    index.weights_.push_back(InverseFrequency(count, uses_[id]) * (pair_[id] ? kPairWeight : 1));
  }
  index.unknown_weight_ = InverseFrequency(count, 0);
  index.forward_ = {0};
  index.forward_.insert(index.forward_.end(), ends_.begin(), ends_.end());
  index.scale_.reserve(count);
  for (size_t example = 0; example < count; ++example) {
    float square = 0;
    for (uint32_t i = index.forward_[example]; i < index.forward_[example + 1]; ++i) {
      square += index.weights_[terms_[i]] * index.weights_[terms_[i]];
    }
    index.scale_.push_back(1 / std::sqrt(square));
  }
  std::vector<uint32_t> by_impact(count);
  std::iota(by_impact.begin(), by_impact.end(), 0U);
  std::stable_sort(by_impact.begin(), by_impact.end(),
                   [&index](uint32_t a, uint32_t b) { return index.scale_[a] > index.scale_[b]; });
  index.first_.assign(uses_.size() + 1, 0);
  for (size_t id = 0; id < uses_.size(); ++id) index.first_[id + 1] = index.first_[id] + uses_[id];
  index.postings_.resize(terms_.size());
  std::vector<uint32_t> next(index.first_.begin(), index.first_.end() - 1);
  for (const uint32_t example : by_impact) {
    for (uint32_t i = index.forward_[example]; i < index.forward_[example + 1]; ++i) {
      index.postings_[next[terms_[i]]++] = example;
    }
  }
  index.ids_ = std::move(ids_);
  index.targets_ = std::move(targets_);
  index.terms_ = std::move(terms_);
  return index;
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
