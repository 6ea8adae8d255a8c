#include "service/match/matcher.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "charley/knowledge/v1/examples.pb.h"
#include "charley/knowledge/v1/ranker.pb.h"
#include "knowledge/status_macros.h"
#include "service/match/nearest_matcher.h"
#include "service/match/ranking_matcher.h"
#include "service/match/stored_examples.h"
#include "service/match/training.h"

namespace charley::match {
namespace {

// Decodes the model of a name, if the pack has it.
template <typename Model>
absl::StatusOr<absl::optional<Model>> FindModel(const knowledge::v1::Pack& pack,
                                                absl::string_view name) {
  for (const auto& encoded : pack.models()) {
    if (encoded.name() != name) continue;
    Model model;
    if (model.ParseFromString(encoded.data())) return model;
    return absl::InvalidArgumentError(
        absl::StrCat("the model ", name, " does not parse: build the pack again"));
  }
  return absl::nullopt;
}

}  // namespace

absl::StatusOr<std::unique_ptr<const Matcher>> Matcher::Create(
    std::shared_ptr<const knowledge::v1::Pack> pack,
    std::shared_ptr<const text::Vocabulary> vocabulary) {
  ASSIGN_OR_RETURN(const auto ranker, FindModel<knowledge::v1::RankerModel>(*pack, kRankerName));
  if (ranker.has_value()) {
    return RankingMatcher::Create(std::move(pack), std::move(vocabulary), *ranker);
  }
  ASSIGN_OR_RETURN(auto examples, FindModel<knowledge::v1::ExamplesModel>(*pack, kExamplesName));
  if (!examples.has_value()) examples = ReadExamples(*pack, *vocabulary);
  return NearestMatcher::Create(std::move(pack), *vocabulary, *examples);
}

}  // namespace charley::match
