#include "service/answer/pack_vocabulary.h"

#include <utility>

#include "service/triage/words.h"

namespace charley::answer {

text::Vocabulary BuildVocabulary(const knowledge::v1::Pack& pack) {
  text::Vocabulary::Builder builder;
  for (const auto& topic : pack.topics()) {
    builder.AddText(topic.title());
    builder.AddText(topic.answer());
    for (const std::string& example : topic.examples()) builder.AddText(example);
  }
  for (const auto& talk : pack.small_talk()) {
    for (const std::string& example : talk.examples()) builder.AddText(example);
  }
  triage::AddTriageWords(pack, builder);
  for (const std::string& word : pack.dictionary()) builder.AddDictionaryWord(word);
  return std::move(builder).Build();
}

}  // namespace charley::answer
