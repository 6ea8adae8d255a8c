#include "service/triage/lexicon.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "knowledge/status_macros.h"

namespace charley::triage {

namespace {

using Phrases = google::protobuf::RepeatedPtrField<std::string>;

bool StopsGaps(knowledge::v1::CueKind kind) {
  return kind == knowledge::v1::CUE_KIND_NEGATION || kind == knowledge::v1::CUE_KIND_TERMINATOR ||
         kind == knowledge::v1::CUE_KIND_NEGATION_BEFORE;
}

}  // namespace

// Fills a Lexicon.
class LexiconBuilder {
 public:
  LexiconBuilder(const knowledge::v1::Pack& pack, const text::Vocabulary& vocabulary)
      : pack_(pack), vocabulary_(vocabulary) {}

  absl::StatusOr<Lexicon> Build() {
    InternAll();
    for (int i = 0; i < pack_.concepts_size(); ++i) RETURN_IF_ERROR(AddConcept(i));
    for (int i = 0; i < pack_.context_cues_size(); ++i) RETURN_IF_ERROR(AddCue(i));
    lexicon_.infos_.resize(lexicon_.net_.meaning_count());
    lexicon_.hides_.resize(lexicon_.net_.meaning_count(), kNoMeaning);
    RETURN_IF_ERROR(LinkGroups());
    lexicon_.net_.Freeze();
    return std::move(lexicon_);
  }

 private:
  // Concepts come first, in the pack's order, so that meanings are stable.
  void InternAll() {
    for (const auto& lexeme : pack_.concepts()) lexicon_.net_.Intern(lexeme.id());
    known_ = lexicon_.net_.meaning_count();
  }

  MeaningInfo& InfoOf(MeaningId meaning) {
    lexicon_.infos_.resize(std::max<size_t>(lexicon_.infos_.size(), meaning + 1u));
    return lexicon_.infos_[meaning];
  }

  absl::Status AddPhrases(const Phrases& phrases, MeaningId meaning, absl::string_view where) {
    for (const std::string& phrase : phrases) {
      const auto sequence = ParsePhrase(phrase);
      if (!sequence.ok()) return Bad(where, phrase, sequence.status());
      const absl::Status added = lexicon_.net_.Add(*sequence, meaning, vocabulary_);
      if (!added.ok()) return Bad(where, phrase, added);
    }
    return absl::OkStatus();
  }

  static absl::Status Bad(absl::string_view where, absl::string_view phrase,
                          const absl::Status& status) {
    return absl::InvalidArgumentError(
        absl::StrCat(where, ": the phrase '", phrase, "' ", status.message()));
  }

  absl::Status AddConcept(int index) {
    const knowledge::v1::Concept& lexeme = pack_.concepts(index);
    const std::string where = absl::StrCat("concept ", lexeme.id());
    const MeaningId meaning = lexicon_.net_.Intern(lexeme.id());
    MeaningInfo& info = InfoOf(meaning);
    info.kind = MeaningInfo::Kind::kConcept;
    info.index = index;
    info.is_gloss = !lexeme.english().empty();
    RETURN_IF_ERROR(AddPhrases(lexeme.phrases(), meaning, where));
    if (lexeme.except().empty()) return absl::OkStatus();
    const MeaningId hider = lexicon_.net_.Intern(absl::StrCat("except ", lexeme.id()));
    lexicon_.hides_.resize(std::max<size_t>(lexicon_.hides_.size(), hider + 1u), kNoMeaning);
    lexicon_.hides_[hider] = meaning;
    return AddPhrases(lexeme.except(), hider, where);
  }

  absl::Status AddCue(int index) {
    const knowledge::v1::ContextCue& cue = pack_.context_cues(index);
    const MeaningId meaning = lexicon_.net_.Intern(absl::StrCat("cue ", index));
    InfoOf(meaning) = {MeaningInfo::Kind::kCue, index, cue.kind(), cue.reach(),
                       StopsGaps(cue.kind()),
                       /*is_gloss=*/false};
    return AddPhrases(cue.phrases(), meaning,
                      absl::StrCat("context cue ", index + 1, " (",
                                   knowledge::v1::CueKind_Name(cue.kind()), ")"));
  }

  // Meanings that phrases name in braces: concepts of the pack, or "prefix.*".
  absl::Status LinkGroups() {
    const size_t count = lexicon_.net_.meaning_count();
    lexicon_.groups_.resize(count);
    for (size_t id = known_; id < count; ++id) {
      const std::string& name = lexicon_.net_.Name(static_cast<MeaningId>(id));
      if (absl::StartsWith(name, "#") || absl::StartsWith(name, "cue ") ||
          absl::StartsWith(name, "except ")) {
        continue;
      }
      absl::string_view prefix = name;
      if (!absl::ConsumeSuffix(&prefix, "*")) {
        return absl::InvalidArgumentError(
            absl::StrCat("a phrase names the concept '", name, "', which is not there"));
      }
      for (size_t member = 0; member < known_; ++member) {
        if (!absl::StartsWith(lexicon_.net_.Name(static_cast<MeaningId>(member)), prefix)) continue;
        lexicon_.groups_[member].push_back(static_cast<MeaningId>(id));
      }
    }
    return absl::OkStatus();
  }

  const knowledge::v1::Pack& pack_;
  const text::Vocabulary& vocabulary_;
  Lexicon lexicon_;
  size_t known_ = 0;
};

absl::StatusOr<Lexicon> Lexicon::Create(const knowledge::v1::Pack& pack,
                                        const text::Vocabulary& vocabulary) {
  return LexiconBuilder(pack, vocabulary).Build();
}

}  // namespace charley::triage
