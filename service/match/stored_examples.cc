#include "service/match/stored_examples.h"

#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "knowledge/status_macros.h"
#include "service/match/example_reading.h"
#include "service/match/targets.h"

namespace charley::match {
namespace {

absl::Status Misfit(absl::string_view what) {
  return absl::InvalidArgumentError(
      absl::StrCat("the model match.examples ", what, ": build the pack again"));
}

// Writes terms as words that every vocabulary would number in its own way.
void SaveTerms(const std::vector<TermKey>& terms, const text::Vocabulary& vocabulary,
               knowledge::v1::ExamplesModel& model) {
  const std::vector<uint64_t> hashes = vocabulary.StemHashes();
  absl::flat_hash_map<text::StemId, uint32_t> numbers;
  const auto number_of = [&](text::StemId stem) {
    const auto [it, is_new] = numbers.try_emplace(stem, static_cast<uint32_t>(numbers.size()));
    if (is_new) model.add_stems(hashes[stem]);
    return it->second;
  };
  for (const TermKey term : terms) {
    model.add_words(IsPair(term) ? number_of(FirstOf(term)) + 1 : 0);
    model.add_words(number_of(StemOf(term)));
  }
}

absl::StatusOr<std::vector<text::StemId>> FindStems(const knowledge::v1::ExamplesModel& model,
                                                    const text::Vocabulary& vocabulary) {
  const std::vector<uint64_t> hashes = vocabulary.StemHashes();
  absl::flat_hash_map<uint64_t, text::StemId> by_hash;
  by_hash.reserve(hashes.size());
  for (text::StemId stem = 0; stem < hashes.size(); ++stem) by_hash.emplace(hashes[stem], stem);
  std::vector<text::StemId> stems;
  stems.reserve(static_cast<size_t>(model.stems_size()));
  for (const uint64_t hash : model.stems()) {
    const auto it = by_hash.find(hash);
    if (it == by_hash.end()) return Misfit("holds a word that the pack lacks");
    stems.push_back(it->second);
  }
  return stems;
}

absl::StatusOr<std::vector<TermKey>> FindTerms(const knowledge::v1::ExamplesModel& model,
                                               const text::Vocabulary& vocabulary) {
  ASSIGN_OR_RETURN(const std::vector<text::StemId> stems, FindStems(model, vocabulary));
  std::vector<TermKey> terms;
  terms.reserve(static_cast<size_t>(model.words_size()) / 2);
  for (int i = 0; i + 1 < model.words_size(); i += 2) {
    const uint32_t first = model.words(i);
    const uint32_t last = model.words(i + 1);
    if (first > stems.size() || last >= stems.size()) return Misfit("holds an unknown word");
    terms.push_back(first == 0 ? StemKey(stems[last]) : PairKey(stems[first - 1], stems[last]));
  }
  return terms;
}

}  // namespace

knowledge::v1::ExamplesModel ReadExamples(const knowledge::v1::Pack& pack,
                                          const text::Vocabulary& vocabulary) {
  knowledge::v1::ExamplesModel model;
  ExampleCollector collector;
  ForEachReadExample(pack, vocabulary, PairsAreIndexed(pack), [&](const ReadExample& example) {
    model.add_keys(example.key);
    model.add_counts(static_cast<uint32_t>(example.terms.keys.size()));
    collector.Add(example.target, example.terms);
  });
  const IndexedExamples examples = std::move(collector).Take();
  model.mutable_terms()->Add(examples.terms.begin(), examples.terms.end());
  SaveTerms(examples.keys, vocabulary, model);
  return model;
}

knowledge::v1::Model StoreExamples(const knowledge::v1::Pack& pack,
                                   const text::Vocabulary& vocabulary) {
  knowledge::v1::Model model;
  model.set_name(kExamplesName);
  model.set_data(ReadExamples(pack, vocabulary).SerializeAsString());
  return model;
}

absl::Status CheckExamples(const knowledge::v1::ExamplesModel& examples,
                           const knowledge::v1::Pack& pack) {
  int texts = 0;
  ForEachExample(pack, [&texts](int, const std::string&) { ++texts; });
  if (examples.keys_size() == texts && examples.counts_size() == texts) return absl::OkStatus();
  return Misfit(absl::StrCat("holds ", examples.keys_size(), " examples where there are ", texts));
}

absl::StatusOr<ExampleIndex> IndexExamples(const knowledge::v1::ExamplesModel& examples,
                                           const knowledge::v1::Pack& pack,
                                           const text::Vocabulary& vocabulary) {
  IndexedExamples indexed;
  ASSIGN_OR_RETURN(indexed.keys, FindTerms(examples, vocabulary));
  indexed.targets.reserve(static_cast<size_t>(examples.counts_size()));
  indexed.ends.reserve(static_cast<size_t>(examples.counts_size()));
  uint64_t end = 0;
  int text = 0;
  ForEachExample(pack, [&](int target, const std::string&) {
    const uint32_t count = examples.counts(text++);
    if (count == 0) return;
    indexed.targets.push_back(target);
    indexed.ends.push_back(static_cast<uint32_t>(end += count));
  });
  if (end != static_cast<uint64_t>(examples.terms_size())) return Misfit("ends within an example");
  indexed.terms.assign(examples.terms().begin(), examples.terms().end());
  for (const uint32_t term : indexed.terms) {
    if (term >= indexed.keys.size()) return Misfit("holds an unknown term");
  }
  return ExampleIndex(std::move(indexed));
}

}  // namespace charley::match
