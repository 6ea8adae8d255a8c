// Which language is a message in?

#ifndef CHARLEY_SERVICE_ANSWER_LANGUAGE_H_
#define CHARLEY_SERVICE_ANSWER_LANGUAGE_H_

#include <string>

#include "absl/strings/string_view.h"
#include "charley/knowledge/v1/pack.pb.h"
#include "service/text/reading.h"

namespace charley::answer {

// The BCP 47 tag of a message's language when it is surely another than `own` ("en"), otherwise an
// empty string. Uses CLD2, and only for messages of which the vocabulary knows few words: it errs
// on short ones. Thread-safe.
std::string ForeignLanguage(const text::Reading& reading, absl::string_view own);

// The pack's card for a language, or null. "pt-BR" finds "pt".
const knowledge::v1::SafeCard* FindSafeCard(const knowledge::v1::Pack& pack,
                                            absl::string_view language);

}  // namespace charley::answer

#endif  // CHARLEY_SERVICE_ANSWER_LANGUAGE_H_
