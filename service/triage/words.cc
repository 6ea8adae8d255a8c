#include "service/triage/words.h"

#include <algorithm>
#include <string>

#include "service/text/message.h"
#include "service/triage/phrase_notation.h"

namespace charley::triage {
namespace {

using Phrases = google::protobuf::RepeatedPtrField<std::string>;

bool IsWord(const PhraseToken& token) {
  return token.kind == PhraseToken::Kind::kStem || token.kind == PhraseToken::Kind::kExact;
}

// Words of other languages must be known, but no typing error is taken for one of them.
void AddForeignWords(const PhraseSequence& sequence, text::Vocabulary::Builder& builder) {
  for (const PhraseToken& token : sequence) {
    if (IsWord(token)) builder.AddDictionaryWord(token.text);
    for (const PhraseSequence& alternative : token.alternatives) {
      AddForeignWords(alternative, builder);
    }
  }
}

void AddGloss(const knowledge::v1::Concept& gloss, text::Vocabulary::Builder& builder) {
  for (const std::string& phrase : gloss.phrases()) {
    const auto sequence = ParsePhrase(phrase);
    if (sequence.ok()) AddForeignWords(*sequence, builder);
  }
  const text::Message english = text::ReadMessage(gloss.english());
  for (const text::Word& word : english.words) builder.AddDictionaryWord(english.Form(word));
}

void AddWords(const PhraseSequence& sequence, text::Vocabulary::Builder& builder) {
  for (const PhraseToken& token : sequence) {
    if (IsWord(token)) builder.AddDomainWord(token.text);
    for (const PhraseSequence& alternative : token.alternatives) AddWords(alternative, builder);
  }
}

void AddPhrases(const Phrases& phrases, text::Vocabulary::Builder& builder) {
  for (const std::string& phrase : phrases) {
    const auto sequence = ParsePhrase(phrase);
    if (sequence.ok()) AddWords(*sequence, builder);
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
  for (const auto& lexeme : pack.concepts()) {
    if (!lexeme.english().empty()) AddGloss(lexeme, builder);
  }
}

void AddTriageWords(const knowledge::v1::Pack& pack, text::Vocabulary::Builder& builder) {
  for (const auto& lexeme : pack.concepts()) {
    if (!lexeme.english().empty()) continue;
    AddPhrases(lexeme.phrases(), builder);
    AddPhrases(lexeme.except(), builder);
  }
  for (const auto& cue : pack.context_cues()) AddPhrases(cue.phrases(), builder);
  for (const auto& rule : pack.triage_rules()) {
    AddRealWords(rule.fires(), pack.dictionary(), builder);
    AddRealWords(rule.near_misses(), pack.dictionary(), builder);
  }
  AddGlossWords(pack, builder);
}

}  // namespace charley::triage
