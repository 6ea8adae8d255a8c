// The words that triage needs in a vocabulary.

#ifndef CHARLEY_SERVICE_TRIAGE_WORDS_H_
#define CHARLEY_SERVICE_TRIAGE_WORDS_H_

#include "absl/status/status.h"
#include "charley/knowledge/v1/pack.pb.h"
#include "service/text/vocabulary.h"

namespace charley::triage {

// Adds every word of the pack's concepts and cues as a domain word, so that typing errors are
// corrected towards it, and those words of the rules' examples that the dictionary knows. Phrases
// that cannot be parsed are passed over: Triage::Create names them. Then AddGlossWords.
void AddTriageWords(const knowledge::v1::Pack& pack, text::Vocabulary::Builder& builder);

// Adds the words of glosses, and the English words that they stand for, as words that are known and
// that no typing error is taken for.
void AddGlossWords(const knowledge::v1::Pack& pack, text::Vocabulary::Builder& builder);

}  // namespace charley::triage

#endif  // CHARLEY_SERVICE_TRIAGE_WORDS_H_
