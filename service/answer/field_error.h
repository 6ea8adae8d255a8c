// A field that breaks its limit, as an absl::Status.

#ifndef CHARLEY_SERVICE_ANSWER_FIELD_ERROR_H_
#define CHARLEY_SERVICE_ANSWER_FIELD_ERROR_H_

#include "absl/status/status.h"
#include "service/answer/request_check.h"

namespace charley::answer {

// INVALID_ARGUMENT whose message is the field and the description, and which remembers both.
absl::Status FieldError(const FieldViolation& violation);

// What FieldError was given. For any other status: no field, and the message as description.
FieldViolation ViolationOf(const absl::Status& status);

}  // namespace charley::answer

#endif  // CHARLEY_SERVICE_ANSWER_FIELD_ERROR_H_
