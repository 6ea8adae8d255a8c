// The vocabulary of a pack.

#ifndef CHARLEY_SERVICE_ANSWER_PACK_VOCABULARY_H_
#define CHARLEY_SERVICE_ANSWER_PACK_VOCABULARY_H_

#include "charley/knowledge/v1/pack.pb.h"
#include "service/text/vocabulary.h"

namespace charley::answer {

// Every word of the pack's topics, small talk and triage as domain words, and its dictionary. The
// compiler and the service build the same one from the same pack.
text::Vocabulary BuildVocabulary(const knowledge::v1::Pack& pack);

}  // namespace charley::answer

#endif  // CHARLEY_SERVICE_ANSWER_PACK_VOCABULARY_H_
