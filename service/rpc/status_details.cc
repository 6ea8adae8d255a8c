#include "service/rpc/status_details.h"

#include <google/rpc/error_details.pb.h>
#include <google/rpc/status.pb.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "service/answer/field_error.h"
#include "service/answer/limits.h"

namespace charley::rpc {
namespace {

// Collects what one error says.
class ErrorBuilder {
 public:
  ErrorBuilder(grpc::StatusCode code, absl::string_view error_reason, absl::string_view message)
      : code_(code), reason_(error_reason) {
    status_.set_code(static_cast<int>(code));
    status_.set_message(absl::StrCat(message, ". ", kSafeLine));
    google::rpc::ErrorInfo info;
    info.set_reason(std::string(reason_));
    info.set_domain(kErrorDomain);
    Add(info);
  }

  ErrorBuilder& Add(const google::protobuf::Message& detail) {
    status_.add_details()->PackFrom(detail);
    return *this;
  }

  CallError Build() const {
    return {grpc::Status(code_, status_.message(), status_.SerializeAsString()), reason_};
  }

 private:
  const grpc::StatusCode code_;
  const absl::string_view reason_;
  google::rpc::Status status_;
};

CallError NotFound(absl::string_view error_reason, const char* type, const char* field,
                   absl::string_view message) {
  google::rpc::ResourceInfo resource;
  resource.set_resource_type(type);
  resource.set_resource_name(field);
  return ErrorBuilder(grpc::StatusCode::NOT_FOUND, error_reason, message).Add(resource).Build();
}

CallError TooLarge(absl::string_view error_reason, absl::string_view what, size_t bytes, int most) {
  return ErrorBuilder(
             grpc::StatusCode::RESOURCE_EXHAUSTED, error_reason,
             absl::StrCat(what, " has ", bytes, " bytes, at most ", most, " are read: send less"))
      .Build();
}

}  // namespace

CallError InvalidField(const answer::FieldViolation& violation) {
  google::rpc::BadRequest request;
  auto& field = *request.add_field_violations();
  field.set_field(violation.field);
  field.set_description(violation.description);
  return ErrorBuilder(grpc::StatusCode::INVALID_ARGUMENT, reason::kInvalidField,
                      absl::StrCat(violation.field, " ", violation.description))
      .Add(request)
      .Build();
}

CallError InvalidField(const absl::Status& status) {
  return InvalidField(answer::ViolationOf(status));
}

CallError MalformedRequest() {
  return ErrorBuilder(grpc::StatusCode::INVALID_ARGUMENT, reason::kMalformedRequest,
                      "the request is no message of this method: encode it by "
                      "charley/v1/assistant.proto, every string as UTF-8")
      .Build();
}

CallError TopicNotFound() {
  return NotFound(reason::kTopicNotFound, "charley.v1.Topic", "topic_id",
                  "topic_id names no topic of the loaded pack: ListTopics lists them");
}

CallError SourceNotFound() {
  return NotFound(reason::kSourceNotFound, "charley.v1.Source", "source_id",
                  "source_id names no source of the loaded pack: citations name them");
}

CallError PackNotLoaded() {
  return ErrorBuilder(grpc::StatusCode::UNAVAILABLE, reason::kPackNotLoaded,
                      "no knowledge pack is loaded, so there is nothing to answer from: try "
                      "again later")
      .Build();
}

CallError ServiceStopping() {
  return ErrorBuilder(grpc::StatusCode::UNAVAILABLE, reason::kServiceStopping,
                      "the service is stopping: try again")
      .Build();
}

CallError MessageTooLarge(size_t bytes) {
  return TooLarge(reason::kMessageTooLarge, "the request", bytes, limits::kMostMessageBytes);
}

CallError MetadataTooLarge(size_t bytes) {
  return TooLarge(reason::kMetadataTooLarge, "the request's metadata", bytes,
                  limits::kMostMetadataBytes);
}

CallError DeadlineExceeded() {
  return ErrorBuilder(grpc::StatusCode::DEADLINE_EXCEEDED, reason::kDeadlineExceeded,
                      "the call's deadline has passed: try again with more time")
      .Build();
}

}  // namespace charley::rpc
