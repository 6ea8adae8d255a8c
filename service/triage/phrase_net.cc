#include "service/triage/phrase_net.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "knowledge/status_macros.h"

namespace charley::triage {
namespace {

void Unite(const std::vector<uint32_t>& more, std::vector<uint32_t>& nodes) {
  nodes.insert(nodes.end(), more.begin(), more.end());
  std::sort(nodes.begin(), nodes.end());
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
}

void AddOnce(MeaningId meaning, std::vector<MeaningId>& meanings) {
  if (std::find(meanings.begin(), meanings.end(), meaning) == meanings.end()) {
    meanings.push_back(meaning);
  }
}

}  // namespace

MeaningId PhraseNet::Intern(absl::string_view name) {
  const auto [it, added] = ids_.try_emplace(name, static_cast<MeaningId>(names_.size()));
  if (added) names_.emplace_back(name);
  return it->second;
}

MeaningId PhraseNet::Find(absl::string_view name) const {
  const auto it = ids_.find(name);
  return it == ids_.end() ? kNoMeaning : it->second;
}

absl::StatusOr<std::pair<PhraseNet::Step, uint32_t>> PhraseNet::StepOf(
    const PhraseToken& token, const text::Vocabulary& vocabulary) {
  using Kind = PhraseToken::Kind;
  if (token.kind == Kind::kAny) return std::make_pair(Step::kAny, 0u);
  if (token.kind == Kind::kGap) return std::make_pair(Step::kGap, 0u);
  if (token.kind == Kind::kConcept || token.kind == Kind::kNumber) {
    const MeaningId id = Intern(token.text);
    const bool known = std::any_of(ranges_.begin(), ranges_.end(),
                                   [id](const NumberRange& range) { return range.meaning == id; });
    if (token.kind == Kind::kNumber && !known) ranges_.push_back({token.low, token.high, id});
    return std::make_pair(Step::kMeaning, uint32_t{id});
  }
  const text::KnownWord word = vocabulary.Find(token.text);
  if (word.id == text::kNoWord) {
    return absl::InvalidArgumentError(absl::StrCat(
        "has the word '", token.text, "', which the vocabulary lacks; call AddTriageWords"));
  }
  if (token.kind == Kind::kExact) return std::make_pair(Step::kExact, word.id);
  return std::make_pair(Step::kStem, word.stem);
}

PhraseNet::NodeId PhraseNet::AddNode() {
  building_.emplace_back();
  ending_.emplace_back();
  return static_cast<NodeId>(building_.size() - 1);
}

void PhraseNet::AddEdge(NodeId from, uint32_t key, NodeId to) {
  std::vector<NodeId>& targets = building_[from][key];
  const auto at = std::lower_bound(targets.begin(), targets.end(), to);
  if (at == targets.end() || *at != to) targets.insert(at, to);
}

PhraseNet::NodeId PhraseNet::Join(const Frontier& from, Step step, uint32_t symbol) {
  const uint32_t key = Key(step, symbol);
  const auto [it, added] = joined_.try_emplace({from, key}, 0);
  if (!added) return it->second;
  it->second = AddNode();
  for (const NodeId node : from) AddEdge(node, key, it->second);
  return it->second;
}

absl::StatusOr<PhraseNet::Frontier> PhraseNet::ExtendChoice(const Frontier& from,
                                                            const PhraseToken& choice,
                                                            const text::Vocabulary& vocabulary) {
  const std::pair<Frontier, std::string> key(from, choice.text);
  const auto known = chosen_.find(key);
  if (known != chosen_.end()) return known->second;
  // Single words of a choice lead to one common node; the rest keep nodes of their own.
  const NodeId meeting = AddNode();
  Frontier reached;
  for (const PhraseSequence& alternative : choice.alternatives) {
    const bool is_single =
        alternative.size() == 1 && alternative[0].kind != PhraseToken::Kind::kChoice;
    if (is_single) {
      ASSIGN_OR_RETURN(const auto step, StepOf(alternative[0], vocabulary));
      for (const NodeId node : from) AddEdge(node, Key(step.first, step.second), meeting);
      Unite({meeting}, reached);
    } else {
      ASSIGN_OR_RETURN(const Frontier end, Extend(from, alternative, vocabulary));
      Unite(end, reached);
    }
  }
  chosen_[key] = reached;
  return reached;
}

absl::StatusOr<PhraseNet::Frontier> PhraseNet::Extend(Frontier from, const PhraseSequence& sequence,
                                                      const text::Vocabulary& vocabulary) {
  for (const PhraseToken& token : sequence) {
    if (token.kind == PhraseToken::Kind::kChoice) {
      ASSIGN_OR_RETURN(from, ExtendChoice(from, token, vocabulary));
    } else {
      ASSIGN_OR_RETURN(const auto step, StepOf(token, vocabulary));
      from = {Join(from, step.first, step.second)};
    }
  }
  return from;
}

absl::Status PhraseNet::Add(const PhraseSequence& phrase, MeaningId meaning,
                            const text::Vocabulary& vocabulary) {
  ASSIGN_OR_RETURN(const Frontier ends, Extend({kRoot}, phrase, vocabulary));
  for (const NodeId node : ends) AddOnce(meaning, ending_[node]);
  return absl::OkStatus();
}

PhraseNet::NodeId PhraseNet::Merge(const Frontier& nodes) {
  if (nodes.size() == 1) return nodes.front();
  const auto [it, added] = merged_.try_emplace(nodes, 0);
  if (!added) return it->second;
  const NodeId merged = AddNode();
  it->second = merged;
  for (const NodeId node : nodes) {
    for (const auto& [key, targets] : building_[node]) Unite(targets, building_[merged][key]);
    for (const MeaningId meaning : ending_[node]) AddOnce(meaning, ending_[merged]);
  }
  return merged;
}

void PhraseNet::MergeBeginnings() {
  std::vector<uint32_t> keys;
  for (const auto& [key, targets] : building_[kRoot]) keys.push_back(key);
  constexpr uint32_t kGapKey = Key(Step::kGap, 0);
  for (const uint32_t key : keys) {
    const NodeId begun = Merge(Frontier(building_[kRoot][key]));
    building_[kRoot][key] = {begun};
    if (!building_[begun].contains(kGapKey)) continue;
    building_[begun][kGapKey] = {Merge(Frontier(building_[begun][kGapKey]))};
  }
}

std::vector<uint32_t> PhraseNet::KeysOf(NodeId node) const {
  std::vector<uint32_t> keys;
  keys.reserve(building_[node].size());
  for (const auto& [key, targets] : building_[node]) keys.push_back(key);
  std::sort(keys.begin(), keys.end(), [](uint32_t a, uint32_t b) { return Mix(a) < Mix(b); });
  return keys;
}

void PhraseNet::NumberReached() {
  numbers_.assign(building_.size(), kRoot);
  reached_ = {kRoot};
  NumberBeginnings();
  NumberBeyonds();
  std::vector<NodeId> open;
  for (size_t begun = 1, count = reached_.size(); begun < count; ++begun) {
    AddTargets(reached_[begun], open);
    while (!open.empty()) {
      const NodeId node = open.back();
      open.pop_back();
      if (numbers_[node] != kRoot) continue;
      Number(node);
      AddTargets(node, open);
    }
  }
}

void PhraseNet::NumberBeginnings() {
  std::vector<std::pair<uint32_t, NodeId>> begun;  // by key
  for (const auto& [key, targets] : building_[kRoot]) begun.emplace_back(key, targets.front());
  std::sort(begun.begin(), begun.end(), [](const auto& a, const auto& b) {
    const auto order = [](uint32_t key) { return std::make_pair(key & kStepMask, key); };
    return order(a.first) < order(b.first);
  });
  for (const auto& [key, node] : begun) {
    Beginnings& beginnings = begun_[key & kStepMask];
    if (beginnings.symbols.size() == 0) beginnings.first = static_cast<NodeId>(reached_.size());
    beginnings.symbols.Add(key >> kStepBits);
    Number(node);
  }
  building_[kRoot].clear();
}

void PhraseNet::NumberBeyonds() {
  beyonds_.assign(reached_.size(), kRoot);
  for (size_t begun = 1; begun < beyonds_.size(); ++begun) {
    const auto gap = building_[reached_[begun]].find(Key(Step::kGap, 0));
    if (gap == building_[reached_[begun]].end()) continue;
    const NodeId beyond = gap->second.front();
    if (numbers_[beyond] == kRoot) Number(beyond);
    beyonds_[begun] = numbers_[beyond];
  }
}

void PhraseNet::Number(NodeId node) {
  if (numbers_[node] == kRoot) numbers_[node] = static_cast<NodeId>(reached_.size());
  reached_.push_back(node);
}

void PhraseNet::AddTargets(NodeId node, std::vector<NodeId>& open) const {
  const std::vector<uint32_t> keys = KeysOf(node);
  for (auto key = keys.rbegin(); key != keys.rend(); ++key) {  // the first is taken up next
    const std::vector<NodeId>& targets = building_[node].at(*key);
    open.insert(open.end(), targets.rbegin(), targets.rend());
  }
}

// Room for just what there is: what a vector doubles itself by would cost a megabyte.
void PhraseNet::Reserve() {
  size_t edges = 0;
  size_t ends = 0;
  for (size_t place = 0; place < reached_.size(); ++place) {
    for (const auto& [key, targets] : building_[reached_[place]]) {
      if (!IsBeyond(place, key)) edges += targets.size();
    }
    ends += ending_[reached_[place]].size();
  }
  nodes_.reserve(reached_.size() + 1);
  filter_.assign((size_t{1} << kFilterBits) / 64, 0);
  edges_.reserve(edges);
  ends_.reserve(ends);
}

void PhraseNet::Freeze() {
  MergeBeginnings();
  NumberReached();
  Reserve();
  for (size_t place = 0; place < reached_.size(); ++place) FreezeNode(place);
  nodes_.push_back(EmptyNode());
  for (Edge& edge : edges_) {
    const NodeId node = edge.node();
    edge = Edge(edge.mixed_key(), node, Bits(node), !Ends(node).empty() || Has(node, Step::kGap));
  }
  building_ = {};
  ending_ = {};
  joined_ = {};
  chosen_ = {};
  merged_ = {};
  reached_ = {};
  numbers_ = {};
}

PhraseNet::Node PhraseNet::EmptyNode() const {
  return {0, 0, static_cast<uint32_t>(edges_.size()) & kEdgeMask,
          static_cast<uint32_t>(ends_.size())};
}

void PhraseNet::FreezeNode(size_t place) {
  const NodeId node = reached_[place];
  Node frozen = EmptyNode();
  for (const uint32_t key : KeysOf(node)) {
    const uint32_t bit = FilterBit(static_cast<NodeId>(place), Mix(key));
    filter_[bit / 64] |= uint64_t{1} << (bit % 64);
    if (!IsBeyond(place, key)) {
      for (const NodeId target : building_[node].at(key)) {
        edges_.emplace_back(Mix(key), numbers_[target], 0, false);  // until that one is frozen
      }
    }
    const auto step = static_cast<Step>(key & kStepMask);
    frozen.steps |= (1u << static_cast<unsigned>(step)) & kStepsMask;
    frozen.bits |= step == Step::kAny ? kWordBit : Bit(step, key >> kStepBits);
  }
  ends_.insert(ends_.end(), ending_[node].begin(), ending_[node].end());
  nodes_.push_back(frozen);
}

}  // namespace charley::triage
