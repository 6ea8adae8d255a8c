#include "service/triage/words.h"

#include <algorithm>
#include <string>

#include "service/text/message.h"
#include "service/triage/phrase_notation.h"

namespace charley::triage {
namespace {

using Phrases = google::protobuf::RepeatedPtrField<std::string>;

// Calls `visit` with every word of a phrase.
template <typename Visit>
void VisitWords(const PhraseSequence& sequence, const Visit& visit) {
  for (const PhraseToken& token : sequence) {
    if (token.kind == PhraseToken::Kind::kStem || token.kind == PhraseToken::Kind::kExact) {
      visit(token.text);
    }
    for (const PhraseSequence& alternative : token.alternatives) VisitWords(alternative, visit);
  }
}

template <typename Visit>
void VisitPhrases(const Phrases& phrases, const Visit& visit) {
  for (const std::string& phrase : phrases) {
    const auto sequence = ParsePhrase(phrase);
    if (sequence.ok()) VisitWords(*sequence, visit);
  }
}

// Examples hold typing errors on purpose; those must stay unknown.
void AddRealWords(const Phrases& examples, const Phrases& dictionary,
                  text::Vocabulary::Builder& builder) {
  for (const std::string& example : examples) {
    const text::Message message = text::ReadMessage(example);
    for (const text::Word& word : message.words) {
      const std::string form(message.Form(word));
      if (std::binary_search(dictionary.begin(), dictionary.end(), form)) {
        builder.AddDomainWord(form);
      }
    }
  }
}

}  // namespace

void AddGlossWords(const knowledge::v1::Pack& pack, text::Vocabulary::Builder& builder) {
  const auto add = [&builder](absl::string_view word) { builder.AddDictionaryWord(word); };
  for (const auto& lexeme : pack.concepts()) {
    if (lexeme.english().empty()) continue;
    VisitPhrases(lexeme.phrases(), add);
    const text::Message english = text::ReadMessage(lexeme.english());
    for (const text::Word& word : english.words) add(english.Form(word));
  }
}

void AddTriageWords(const knowledge::v1::Pack& pack, text::Vocabulary::Builder& builder) {
  const auto add = [&builder](absl::string_view word) { builder.AddDomainWord(word); };
  for (const auto& lexeme : pack.concepts()) {
    if (!lexeme.english().empty()) continue;
    VisitPhrases(lexeme.phrases(), add);
    VisitPhrases(lexeme.except(), add);
  }
  for (const auto& cue : pack.context_cues()) VisitPhrases(cue.phrases(), add);
  for (const auto& rule : pack.triage_rules()) {
    AddRealWords(rule.fires(), pack.dictionary(), builder);
    AddRealWords(rule.near_misses(), pack.dictionary(), builder);
  }
  AddGlossWords(pack, builder);
}

}  // namespace charley::triage
