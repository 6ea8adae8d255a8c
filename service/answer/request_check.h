// What makes a request unanswerable.

#ifndef CHARLEY_SERVICE_ANSWER_REQUEST_CHECK_H_
#define CHARLEY_SERVICE_ANSWER_REQUEST_CHECK_H_

#include <string>

#include "absl/types/optional.h"
#include "charley/v1/assistant.pb.h"

namespace charley::answer {

// A field that breaks its limit. Never quotes the field's value: it may be a patient's words.
struct FieldViolation {
  std::string field;        // as in the proto, for example "question"
  std::string description;  // the limit, what was sent, and what to do
};

// The first field of the request that breaks its limit, if any.
absl::optional<FieldViolation> CheckRequest(const v1::AskRequest& request);

}  // namespace charley::answer

#endif  // CHARLEY_SERVICE_ANSWER_REQUEST_CHECK_H_
