#include "service/answer/pack_vocabulary.h"

#include <utility>

#include "service/triage/words.h"

namespace charley::answer {
namespace {

void AddDomainWords(const knowledge::v1::Pack& pack, text::Vocabulary::Builder& builder) {
  for (const auto& topic : pack.topics()) {
    builder.AddText(topic.title());
    builder.AddText(topic.answer());
    for (const std::string& example : topic.examples()) builder.AddText(example);
  }
  for (const auto& talk : pack.small_talk()) {
    for (const std::string& example : talk.examples()) builder.AddText(example);
  }
  triage::AddTriageWords(pack, builder);
}

// Adds the words that the compiler collected; false when the pack holds none.
bool AddCollectedWords(const knowledge::v1::Pack& pack, text::Vocabulary::Builder& builder) {
  for (const auto& model : pack.models()) {
    if (model.name() == kVocabularyModel) return builder.AddDomainWords(model.data());
  }
  return false;
}

}  // namespace

knowledge::v1::Model CollectVocabulary(const knowledge::v1::Pack& pack) {
  text::Vocabulary::Builder builder;
  AddDomainWords(pack, builder);
  knowledge::v1::Model model;
  model.set_name(kVocabularyModel);
  model.set_data(builder.DomainWords());
  return model;
}

text::Vocabulary BuildVocabulary(const knowledge::v1::Pack& pack) {
  text::Vocabulary::Builder builder;
  if (!AddCollectedWords(pack, builder)) AddDomainWords(pack, builder);
  triage::AddGlossWords(pack, builder);
  for (const std::string& word : pack.dictionary()) builder.AddDictionaryWord(word);
  return std::move(builder).Build();
}

}  // namespace charley::answer
