// Errors as clients see them.

#ifndef CHARLEY_SERVICE_RPC_STATUS_DETAILS_H_
#define CHARLEY_SERVICE_RPC_STATUS_DETAILS_H_

#include <grpcpp/support/status.h>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "service/answer/request_check.h"

namespace charley::rpc {

// `google.rpc.ErrorInfo.domain` of every error.
inline constexpr char kErrorDomain[] = "charley.v1";

// The sentence that ends every error's message.
inline constexpr char kSafeLine[] =
    "If this may be an emergency, call your local emergency number.";

// `google.rpc.ErrorInfo.reason` of every error: a client may branch on these.
namespace reason {
inline constexpr char kInvalidField[] = "INVALID_FIELD";
inline constexpr char kMalformedRequest[] = "MALFORMED_REQUEST";
inline constexpr char kTopicNotFound[] = "TOPIC_NOT_FOUND";
inline constexpr char kSourceNotFound[] = "SOURCE_NOT_FOUND";
inline constexpr char kPackNotLoaded[] = "PACK_NOT_LOADED";
inline constexpr char kServiceStopping[] = "SERVICE_STOPPING";
inline constexpr char kMessageTooLarge[] = "MESSAGE_TOO_LARGE";
inline constexpr char kMetadataTooLarge[] = "METADATA_TOO_LARGE";
inline constexpr char kDeadlineExceeded[] = "DEADLINE_EXCEEDED";
}  // namespace reason

// A failed call: what the client gets, and the reason by itself.
struct CallError {
  grpc::Status status;       // with `google.rpc.Status` in its details
  absl::string_view reason;  // one of the constants above
};

// Each error's message says what is wrong, by which limit, and what to do, and never quotes what
// was sent: a field may hold a patient's words.

// INVALID_ARGUMENT with BadRequest: the field breaks its limit.
CallError InvalidField(const answer::FieldViolation& violation);
// INVALID_ARGUMENT with BadRequest, from a status that answer::FieldError made.
CallError InvalidField(const absl::Status& status);
// INVALID_ARGUMENT: the bytes are no such message, for example because a string is not UTF-8.
CallError MalformedRequest();
// NOT_FOUND with ResourceInfo.
CallError TopicNotFound();
CallError SourceNotFound();
// UNAVAILABLE: there is no pack to answer from.
CallError PackNotLoaded();
// UNAVAILABLE: the service stops, and takes no more calls.
CallError ServiceStopping();
// RESOURCE_EXHAUSTED: the request or its metadata is over its limit.
CallError MessageTooLarge(size_t bytes);
CallError MetadataTooLarge(size_t bytes);
// DEADLINE_EXCEEDED: the client's deadline or the service's own has passed.
CallError DeadlineExceeded();

}  // namespace charley::rpc

#endif  // CHARLEY_SERVICE_RPC_STATUS_DETAILS_H_
