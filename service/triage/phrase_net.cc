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
  const text::WordId word = vocabulary.Find(token.text);
  if (word == text::kNoWord) {
    return absl::InvalidArgumentError(absl::StrCat(
        "has the word '", token.text, "', which the vocabulary lacks; call AddTriageWords"));
  }
  if (token.kind == Kind::kExact) return std::make_pair(Step::kExact, word);
  return std::make_pair(Step::kStem, vocabulary.Stem(word));
}

PhraseNet::NodeId PhraseNet::Join(const Frontier& from, Step step, uint32_t symbol) {
  const auto [it, added] =
      joined_.try_emplace({from, Key(0, step, symbol)}, static_cast<NodeId>(nodes_.size()));
  if (!added) return it->second;
  nodes_.push_back({});
  for (const NodeId node : from) {
    nodes_[node].steps |= static_cast<uint8_t>(1u << static_cast<unsigned>(step));
    building_[Key(node, step, symbol)].push_back(it->second);
  }
  return it->second;
}

absl::StatusOr<PhraseNet::Frontier> PhraseNet::ExtendChoice(const Frontier& from,
                                                            const PhraseToken& choice,
                                                            const text::Vocabulary& vocabulary) {
  const std::pair<Frontier, std::string> key(from, choice.text);
  const auto known = chosen_.find(key);
  if (known != chosen_.end()) return known->second;
  // Single words of a choice lead to one common node; the rest keep nodes of their own.
  const auto meeting = static_cast<NodeId>(nodes_.size());
  nodes_.push_back({});
  Frontier reached;
  for (const PhraseSequence& alternative : choice.alternatives) {
    const bool is_single =
        alternative.size() == 1 && alternative[0].kind != PhraseToken::Kind::kChoice;
    if (is_single) {
      ASSIGN_OR_RETURN(const auto step, StepOf(alternative[0], vocabulary));
      for (const NodeId node : from) {
        nodes_[node].steps |= static_cast<uint8_t>(1u << static_cast<unsigned>(step.first));
        building_[Key(node, step.first, step.second)].push_back(meeting);
      }
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
  for (const NodeId node : ends) {
    std::vector<MeaningId>& meanings = nodes_[node].ends;
    if (std::find(meanings.begin(), meanings.end(), meaning) == meanings.end()) {
      meanings.push_back(meaning);
    }
  }
  return absl::OkStatus();
}

void PhraseNet::Freeze() {
  edges_.reserve(building_.size());
  for (auto& [key, nodes] : building_) {
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    edges_[key] = {static_cast<uint32_t>(targets_.size()), static_cast<uint32_t>(nodes.size())};
    targets_.insert(targets_.end(), nodes.begin(), nodes.end());
  }
  building_.clear();
  joined_.clear();
  chosen_.clear();
}

}  // namespace charley::triage
