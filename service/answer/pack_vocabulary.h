// The vocabulary of a pack.

#ifndef CHARLEY_SERVICE_ANSWER_PACK_VOCABULARY_H_
#define CHARLEY_SERVICE_ANSWER_PACK_VOCABULARY_H_

#include "charley/knowledge/v1/pack.pb.h"
#include "service/text/vocabulary.h"

namespace charley::answer {

// The name of the pack's domain words among its models.
inline constexpr char kVocabularyModel[] = "text.vocabulary";

// The words of the pack's topics, small talk and triage, collected: what the compiler writes into
// the pack, so that the service need not read every text again when it starts.
knowledge::v1::Model CollectVocabulary(const knowledge::v1::Pack& pack);

// Every word of the pack's topics, small talk and triage as domain words, and its dictionary: the
// same one whether the pack holds its collected words or not.
text::Vocabulary BuildVocabulary(const knowledge::v1::Pack& pack);

}  // namespace charley::answer

#endif  // CHARLEY_SERVICE_ANSWER_PACK_VOCABULARY_H_
